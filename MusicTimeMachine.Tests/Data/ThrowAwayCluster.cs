using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data.Embedded;
using Npgsql;

namespace MusicTimeMachine.Tests.Data;

/// <summary>A data directory of its own for one test; whatever is left of its server goes with it.</summary>
internal sealed class ThrowAwayCluster(string? subdirectory = null) : IAsyncDisposable
{
    private readonly DirectoryInfo _root = MakeRoot();

    public string DataDirectory => subdirectory is null ? _root.FullName : Path.Combine(_root.FullName, subdirectory);

    /// <summary>PostgreSQL's data directory.</summary>
    public string Data => Path.Combine(DataDirectory, "postgres", "data");

    public LocalPostgresOptions Options => OptionsFor(DataDirectory);

    public static LocalPostgresOptions OptionsFor(string dataDirectory) =>
        new() { DataDirectory = dataDirectory, Durable = false };

    public Task<LocalPostgres> StartAsync(LocalPostgresOptions? options = null)
    {
        SkipWithoutPostgres();
        return LocalPostgres.StartAsync(options ?? Options, NullLogger.Instance, TestContext.Current.CancellationToken);
    }

    /// <summary>The number of the running server's process, or null.</summary>
    public async Task<int?> RunningAsync() =>
        await Postmaster.ReadAsync(Data, CancellationToken.None) is { } server && await server.RunsAsync(Data, CancellationToken.None)
            ? server.Pid
            : null;

    /// <summary>Ends the server's main process without a word.</summary>
    public async Task KillServerAsync()
    {
        var pid = await RunningAsync() ?? throw new InvalidOperationException("No server runs.");
        using (var server = Process.GetProcessById(pid))
            server.Kill();
        while (await RunningAsync() is not null)
            await Task.Delay(10);
    }

    /// <summary>A program's trimmed output.</summary>
    public static async Task<string> RunAsync(params string[] command)
    {
        var ran = await ExternalProgram.RunAsync(command, "/", TestContext.Current.CancellationToken);
        return ran.Succeeded ? ran.Output : throw new InvalidOperationException($"{string.Join(' ', command)}: {ran.Output}");
    }

    /// <summary>Who may do what with a file, as chmod has it: <c>700</c>.</summary>
    public static string ModeOf(string path) =>
        OperatingSystem.IsWindows()
            ? throw new PlatformNotSupportedException("Windows has no file modes: skip the test.")
            : Convert.ToString((int)File.GetUnixFileMode(path), 8);

    /// <summary>The first value of a query's first row.</summary>
    public static async Task<T> AskAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        if (await RunningAsync() is not null)
            await KillServerAsync();
        // The orphans of a killed server remove their files as they leave.
        for (var attempt = 0; _root.Exists; attempt++)
        {
            try
            {
                _root.Delete(recursive: true);
            }
            catch (IOException) when (attempt < 50)
            {
                await Task.Delay(100);
            }

            _root.Refresh();
        }
    }

    /// <summary>Reports the test as skipped where there is no server to try.</summary>
    public static void SkipWithoutPostgres() =>
        Assert.SkipUnless(
            PostgresSearch.Places().Any(place => File.Exists(Path.Combine(place, "postgres")) || File.Exists(Path.Combine(place, "postgres.exe"))),
            "There is no PostgreSQL on this machine.");

    private static DirectoryInfo MakeRoot()
    {
        var root = Directory.CreateTempSubdirectory("mtm-");
        // The server of a test that runs as root must be able to pass.
        if (!OperatingSystem.IsWindows())
            root.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return root;
    }
}
