using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data.Embedded;
using MusicTimeMachine.Hosting;
using Npgsql;

namespace MusicTimeMachine.Data;

/// <summary>
/// Starts the embedded server or joins it, brings the schema up to date under a lock, and then declares the database
/// ready. Meanwhile the web server answers already, with a page that says so.
/// </summary>
internal sealed partial class DatabaseStartup(
    Database database,
    IDbContextFactory<MusicContext> contexts,
    IConfiguration configuration,
    DatabaseSettings settings,
    IHostApplicationLifetime lifetime,
    ILogger<DatabaseStartup> logger) : IHostedService, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private LocalPostgres? _server;
    private Task? _starting;

    /// <summary>Starts without waiting: the page that says "starting" has to be served meanwhile.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _starting = PrepareInBackgroundAsync();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        if (_starting is not null) await _starting;
    }

    /// <summary>Starts the server and migrates; for the verbs of the command line, which wait for it.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        await MigrateAsync(cancellationToken);
        database.SetReady();
    }

    /// <summary>Starts the server without touching the schema.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        _server = await LocalPostgres.StartAsync(
            new LocalPostgresOptions
            {
                ConnectionString = configuration.GetConnectionString("MusicTimeMachine"),
                DataDirectory = DataDirectory.Resolve(configuration["DataDirectory"]),
                BinDirectory = settings.BinariesDirectory,
            },
            logger, cancellationToken);
        database.Open(_server.ConnectionString);
    }

    private async Task PrepareInBackgroundAsync()
    {
        try
        {
            await PrepareAsync(_stopping.Token);
        }
        catch (Exception) when (_stopping.IsCancellationRequested)
        {
            database.SetFailed(new OperationCanceledException("The application stopped before the database was ready."));
        }
        catch (Exception exception) when (exception is LocalPostgresException or NpgsqlException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // Nothing works without a database: say why in one paragraph and stop.
            LogNoDatabase(exception.Message);
            database.SetFailed(exception);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        // EF Core takes a lock on its history table, so that two instances do not migrate at once.
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await context.Database.MigrateAsync(cancellationToken);

        // The migration may have made types that this process has not seen yet.
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await connection.ReloadTypesAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        // Nobody stops what was begun when the host itself could not start, because its port is taken, say.
        if (Interlocked.Exchange(ref _starting, null) is { } starting)
        {
            await _stopping.CancelAsync();
            await starting;
        }

        await database.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        _stopping.Dispose();
    }

    [LoggerMessage(LogLevel.Critical, "{Reason}")]
    private partial void LogNoDatabase(string reason);
}
