using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MusicTimeMachine.Data.Embedded;

/// <summary>
/// Starts and stops the server of a cluster. Whoever calls holds the cluster's gate, so no other process does the same
/// at the same moment.
/// </summary>
internal sealed class ClusterServer(
    LocalPostgresOptions options, ClusterFiles files, PostgresAccount account, PostgresBinaries binaries, ILogger logger)
{
    // Reading the write-ahead log again after a crash takes its time on a slow disk.
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LeavingTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The running server once it takes connections; null when none runs.</summary>
    public async Task<Postmaster?> FindRunningAsync(CancellationToken ct)
    {
        // A predecessor that was killed may have left the server just starting or just stopping.
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < StartTimeout)
        {
            if (await Postmaster.ReadAsync(files.Data, ct) is not { } server || !await server.RunsAsync(files.Data, ct))
                return null;
            if (server.Status == "ready")
                return server;
            await Task.Delay(Pause, ct);
        }

        throw new LocalPostgresException($"The PostgreSQL server in {files.Home} has been starting or stopping for {StartTimeout.TotalMinutes} minutes. Its log is in {files.Log}.");
    }

    /// <summary>Starts the server on the data that is there; waits for the last processes of a crashed one.</summary>
    /// <exception cref="LocalPostgresException">It does not start; the message ends with the server's last words.</exception>
    public async Task<Postmaster> StartAsync(CancellationToken ct)
    {
        await account.OwnAsync(files.Home, ct);
        await RemoveStaleLockFilesAsync(ct);
        File.Delete(files.StartLog);
        var waited = Stopwatch.StartNew();
        for (var attempt = 1; ; attempt++)
        {
            await WriteSettingsAsync(ct);
            var log = ServerLog.From(files);
            var started = await account.RunAsync(
                [binaries["pg_ctl"], "start", "-s", "-w", "-t", $"{StartTimeout.TotalSeconds:0}", "-D", files.Data, "-l", files.StartLog], files.Home, ct);
            if (started.Succeeded && await Postmaster.ReadAsync(files.Data, ct) is { } server)
            {
                logger.LogInformation("Started PostgreSQL {Version} in {Directory}", binaries.Version, files.Home);
                return server;
            }

            var said = await log.ReadNewAsync(ct);
            var canPass =
                (said.Contains("pre-existing shared memory block", StringComparison.Ordinal) && waited.Elapsed < LeavingTimeout)
                || (said.Contains("Address already in use", StringComparison.Ordinal) && options.Loopback && attempt < 5);
            if (!canPass)
                throw ServerLog.Explain("The embedded PostgreSQL did not start.", said + started.Output, files, account);
            await Task.Delay(Pause * 4, ct);
        }
    }

    /// <summary>Ends the server: open transactions are rolled back, everything committed is on the disk.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        var stopped = await account.RunAsync(
            [binaries["pg_ctl"], "stop", "-s", "-w", "-t", $"{StartTimeout.TotalSeconds:0}", "-m", "fast", "-D", files.Data], files.Home, ct);
        if (stopped.Succeeded)
            logger.LogInformation("Stopped PostgreSQL in {Directory}", files.Home);
        else
            logger.LogWarning("PostgreSQL in {Directory} did not stop: {Reason}", files.Home, stopped.Output);
    }

    private async Task RemoveStaleLockFilesAsync(CancellationToken ct)
    {
        if (await Postmaster.ReadAsync(files.Data, ct) is not { } gone)
            return;
        logger.LogInformation("The PostgreSQL server in {Directory} was not stopped properly; its data is recovered now", files.Home);
        // The server itself sees through the number of a process that is dead, not through one that lives on as
        // another program. What was in shared memory it finds by the data directory, too.
        if (!IsAlive(gone.Pid))
            return;
        File.Delete(Postmaster.PidFile(files.Data));
        foreach (var file in Directory.GetFiles(files.Sockets))
            File.Delete(file);
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private async Task WriteSettingsAsync(CancellationToken ct)
    {
        await WriteAsync(ServerSettings.FileName, ServerSettings.Describe(
            options, files, await CompressionAsync(ct), options.Loopback ? FreePort() : null, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes), ct);
        await WriteAsync("pg_hba.conf", ServerSettings.Access(options.Loopback), ct);
    }

    private async Task WriteAsync(string name, string text, CancellationToken ct)
    {
        var path = Path.Combine(files.Data, name);
        await File.WriteAllTextAsync(path, text, ct);
        await account.OwnAsync(path, ct);
    }

    /// <summary>LZ4 where the server was built with it, else PostgreSQL's own compression.</summary>
    private async Task<string> CompressionAsync(CancellationToken ct) =>
        (await account.RunAsync([binaries["postgres"], "-D", files.Data, "-c", "wal_compression=lz4", "-C", "wal_compression"], files.Home, ct)).Succeeded
            ? "lz4"
            : "on";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
