using Npgsql;

namespace MusicTimeMachine.Data;

/// <summary>
/// The database once it is there: whoever needs it before the first page waits for <see cref="Ready"/>.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private NpgsqlDataSource? _dataSource;

    /// <summary>Completes when the database is migrated; fails with the reason when it cannot be reached.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Whether the database can be used.</summary>
    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>Connections.</summary>
    /// <exception cref="InvalidOperationException">The server is not started yet.</exception>
    public NpgsqlDataSource DataSource => _dataSource ?? throw new InvalidOperationException("The database is not started yet; wait for Ready.");

    /// <summary>Called once, when the server accepts connections.</summary>
    internal void Open(string connectionString)
    {
        // Just-in-time compilation costs more than it gives for queries that take milliseconds.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "Music Time Machine" };
        if (string.IsNullOrEmpty(settings.Options)) settings.Options = "-c jit=off";
        _dataSource = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>Called once, when the schema is up to date.</summary>
    internal void SetReady() => _ready.TrySetResult();

    /// <summary>Called once, when there will be no database.</summary>
    internal void SetFailed(Exception reason)
    {
        _ready.TrySetException(reason);
        _ = _ready.Task.Exception; // Observed here: not everybody waits.
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_dataSource is not null) await _dataSource.DisposeAsync();
    }
}
