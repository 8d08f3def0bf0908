using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;
using Npgsql;
using NpgsqlTypes;

namespace MusicTimeMachine.Benchmarks;

/// <summary>
/// An import of generated extended history by the real command line, beside <c>COPY</c> of the same rows, already parsed,
/// into a bare table of the same server; then the same import again. In turns, so that a noisy machine is noisy for both.
/// </summary>
internal sealed class ImportBenchmark(ThrowAwayDatabase database, string folder, int rows)
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static async Task RunAsync(string[] args)
    {
        var rows = new Option<int>("--rows") { DefaultValueFactory = _ => 1_000_000 };
        var runs = new Option<int>("--runs") { DefaultValueFactory = _ => 3 };
        var parsed = new RootCommand { rows, runs }.Parse(args);
        await using var database = await ThrowAwayDatabase.StartAsync();
        var folder = Directory.CreateTempSubdirectory("mtm-import-").FullName;
        try
        {
            await new ImportBenchmark(database, folder, parsed.GetValue(rows)).RunAsync(parsed.GetValue(runs));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunAsync(int runs)
    {
        var bytes = await WriteExportAsync();
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows of extended history, {bytes / 1e6:N0} MB of JSON\n"));
        await Console.Out.WriteLineAsync("| run | `COPY` into a bare table | import | import / `COPY` | the same again | again / first | peak memory of the app |");
        await Console.Out.WriteLineAsync("|---|---|---|---|---|---|---|");
        for (var run = 1; run <= runs; run++)
        {
            var copy = await CopyAsync();
            await MusicTimeMachineAsync(["user", "add", $"run{run}"], "a password for the benchmark");
            var (first, account, memory) = await MusicTimeMachineAsync(["import", "--user", $"run{run}", "--json", folder]);
            var (again, accountAgain, memoryAgain) = await MusicTimeMachineAsync(["import", "--user", $"run{run}", "--json", folder]);
            if (Number(account, "rows") != rows || Number(accountAgain, "added") != 0 || Number(account, "added") + Number(account, "duplicates") != Number(accountAgain, "duplicates"))
                throw new InvalidOperationException($"The accounts do not add up: {account} and {accountAgain}");
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {run} | {copy.TotalSeconds:F1} s | {first.TotalSeconds:F1} s | {first / copy:F1} | {again.TotalSeconds:F1} s | {again / first:F2} | {Math.Max(memory, memoryAgain) / 1024.0 / 1024.0:N0} MB |"));
        }
    }

    private async Task<long> WriteExportAsync()
    {
        const int rowsInFile = 16_000;
        var bytes = 0L;
        foreach (var (number, chunk) in InventedListening.Rows(rows, tracks: Math.Max(1_000, rows / 10)).Chunk(rowsInFile).Index())
        {
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"Streaming_History_Audio_{chunk[0].Ts.Year}_{number}.json"));
            await using var file = File.Create(path);
            await SpotifyExportBuilder.WriteJsonAsync(chunk, file);
            bytes += file.Length;
        }

        return bytes;
    }

    /// <summary>How long <c>COPY</c> alone takes: the rows are read and parsed before.</summary>
    private async Task<TimeSpan> CopyAsync()
    {
        var plays = new List<ImportedPlay>(rows);
        var reader = new HistoryReader(new HistoryFormats(TimeProvider.System));
        await foreach (var file in reader.ReadAsync([new HistoryPath(folder)], None))
            await foreach (var row in file.ReadRowsAsync(None))
                if (row.Play is { } play) plays.Add(play);

        await database.ExecuteAsync($"drop table if exists bare");
        await database.ExecuteAsync(
            $"""
             create table bare (ts timestamptz, ms_played int, track text, artist text, album text, spotify_id text, platform text,
                 reason_start smallint, reason_end smallint, shuffle bool, skipped bool, offline bool, incognito bool)
             """);
        var started = Stopwatch.GetTimestamp();
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            await connection.OpenAsync(None);
            await using var copy = await connection.BeginBinaryImportAsync("copy bare from stdin (format binary)", None);
            foreach (var play in plays) await WriteAsync(copy, play);
            await copy.CompleteAsync(None);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, ImportedPlay play)
    {
        await copy.StartRowAsync(None);
        await copy.WriteAsync(play.PlayedAt.UtcDateTime, NpgsqlDbType.TimestampTz, None);
        await copy.WriteAsync(play.MsPlayed ?? 0, NpgsqlDbType.Integer, None);
        await copy.WriteAsync(play.Track ?? "", NpgsqlDbType.Text, None);
        await copy.WriteAsync(play.Artist ?? "", NpgsqlDbType.Text, None);
        await copy.WriteAsync(play.Album ?? "", NpgsqlDbType.Text, None);
        await copy.WriteAsync(play.SpotifyId ?? "", NpgsqlDbType.Text, None);
        await copy.WriteAsync(play.Platform ?? "", NpgsqlDbType.Text, None);
        await copy.WriteAsync((short)(play.ReasonStart ?? PlayReason.Unknown), NpgsqlDbType.Smallint, None);
        await copy.WriteAsync((short)(play.ReasonEnd ?? PlayReason.Unknown), NpgsqlDbType.Smallint, None);
        await copy.WriteAsync(play.Shuffle ?? false, NpgsqlDbType.Boolean, None);
        await copy.WriteAsync(play.Skipped ?? false, NpgsqlDbType.Boolean, None);
        await copy.WriteAsync(play.Offline ?? false, NpgsqlDbType.Boolean, None);
        await copy.WriteAsync(play.Incognito ?? false, NpgsqlDbType.Boolean, None);
    }

    /// <summary>Runs the application's own command line as a process of its own, start to end.</summary>
    private async Task<(TimeSpan Elapsed, string Output, long PeakBytes)> MusicTimeMachineAsync(string[] arguments, string input = "")
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "MusicTimeMachine"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ConnectionStrings__MusicTimeMachine"] = database.ConnectionString;
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var peak = WatchAsync(process);
        var output = await process.StandardOutput.ReadToEndAsync(None);
        await process.WaitForExitAsync(None);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} failed.");
        return (elapsed, output, await peak);
    }

    private static async Task<long> WatchAsync(Process process)
    {
        var peak = 0L;
        while (!process.HasExited)
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                break; // It ended between the two lines.
            }

            await Task.Delay(50);
        }

        return peak;
    }

    private static long Number(string account, string key) => JsonDocument.Parse(account).RootElement.GetProperty(key).GetInt64();
}
