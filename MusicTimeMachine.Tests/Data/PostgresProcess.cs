using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data.Embedded;

namespace MusicTimeMachine.Tests.Data;

/// <summary>Another process that uses a cluster, as a command line verb beside the running app does.</summary>
internal sealed class PostgresProcess : IAsyncDisposable
{
    public const string Verb = "use-postgres";
    private readonly Process _process;

    private PostgresProcess(Process process, string connectionString) => (_process, ConnectionString) = (process, connectionString);

    public string ConnectionString { get; }

    /// <summary>Starts the process and waits until it has a server.</summary>
    /// <param name="cluster">Where the data lies.</param>
    /// <param name="wrapper">A command to run it through, such as setpriv.</param>
    public static async Task<PostgresProcess> StartAsync(ThrowAwayCluster cluster, params string[] wrapper)
    {
        string[] command = [.. wrapper, DotNet, "exec", typeof(PostgresProcess).Assembly.Location, Verb, cluster.DataDirectory];
        var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        })!;
        var answer = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return answer?.Split('\t') is ["ready", var connectionString]
            ? new(process, connectionString)
            : throw new InvalidOperationException($"The second process says: {answer}");
    }

    /// <summary>What the second process does: hold the server until its input ends.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var postgres = await LocalPostgres.StartAsync(
                ThrowAwayCluster.OptionsFor(args[0]), NullLogger.Instance, CancellationToken.None);
            Console.WriteLine($"ready\t{postgres.ConnectionString}");
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (LocalPostgresException e)
        {
            Console.WriteLine(e.Message.ReplaceLineEndings(" "));
            return 1;
        }
    }

    /// <summary>Asks it to leave properly, and waits until it has.</summary>
    public async Task<int> LeaveAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
