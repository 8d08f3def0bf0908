using Npgsql;

namespace MusicTimeMachine.Data.Embedded;

/// <summary>
/// The app's PostgreSQL: a server of its own that lives in the data directory and starts and stops with the app,
/// unless a connection string names another. Several processes may use the same data directory at once: the first
/// starts the server, the others join it, the last one to leave stops it.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private const string Database = "music_time_machine";

    private readonly ClusterFiles? _files;
    private readonly ClusterServer? _server;
    private FileStream? _membership;

    private LocalPostgres(string connectionString) => ConnectionString = connectionString;

    private LocalPostgres(string connectionString, ClusterFiles files, ClusterServer server, FileStream membership)
        : this(connectionString) => (_files, _server, _membership) = (files, server, membership);

    /// <summary>For Npgsql. Holds a password in loopback mode: not for the log.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether the server is ours; false when a connection string was given.</summary>
    public bool IsEmbedded => _server is not null;

    /// <summary>
    /// Starts the server or joins the one that another process has started. When this returns, the database
    /// <c>music_time_machine</c> exists and takes connections.
    /// </summary>
    /// <exception cref="LocalPostgresException">There is no server; the message says why and what to do.</exception>
    public static async Task<LocalPostgres> StartAsync(LocalPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(options.ConnectionString))
            return new(options.ConnectionString);

        var account = await PostgresAccount.FindAsync(ct);
        var files = await ClusterFiles.PrepareAsync(options.DataDirectory, account, ct);
        await using var gate = await ClusterLock.AloneAsync(files.Gate, ct);
        var found = await PostgresSearch.FindAsync(options, files.Major, files.Data, ct);
        var binaries = await ReachableBinaries.EnsureAsync(found, files, account, ct);
        var server = new ClusterServer(options, files, account, binaries, logger);

        var membership = ClusterLock.Shared(files.Clients);
        try
        {
            if (await server.FindRunningAsync(ct) is not { } running)
            {
                if (files.Major is null)
                    await NewCluster.MakeAsync(options, files, account, binaries, ct);
                running = await server.StartAsync(ct);
            }

            var connection = await ServerConnection.DescribeAsync(running, files, options.MaxConnections, ct);
            await ServerConnection.EnsureDatabaseAsync(connection, Database, ct);
            connection.Database = Database;
            return new(connection.ConnectionString, files, server, membership);
        }
        catch (Exception e)
        {
            await membership.DisposeAsync();
            await StopWhenLastAsync(files, server, CancellationToken.None);
            if (e is NpgsqlException or IOException or UnauthorizedAccessException)
                throw new LocalPostgresException($"The embedded PostgreSQL in {files.Home} cannot be used: {e.Message}", e);
            throw;
        }
    }

    /// <summary>Leaves the server, and stops it when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _membership, null) is not { } membership)
            return;
        await using (var gate = await ClusterLock.AloneAsync(_files!.Gate, CancellationToken.None))
        {
            await membership.DisposeAsync();
            await StopWhenLastAsync(_files, _server!, CancellationToken.None);
        }

        await using var ours = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(ours);
    }

    private static async Task StopWhenLastAsync(ClusterFiles files, ClusterServer server, CancellationToken ct)
    {
        await using var last = ClusterLock.TryAlone(files.Clients);
        if (last is not null && await Postmaster.ReadAsync(files.Data, ct) is { } running && await running.RunsAsync(files.Data, ct))
            await server.StopAsync(ct);
    }
}
