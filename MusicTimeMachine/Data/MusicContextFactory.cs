using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MusicTimeMachine.Data;

/// <summary>
/// Contexts from a pool that is made when the first one is asked for: services are put together before the database is
/// started.
/// </summary>
internal sealed class MusicContextFactory(Database database, ILoggerFactory loggers) : IDbContextFactory<MusicContext>
{
    // Whoever asks too early gets an exception, and whoever asks later does not.
    private readonly Lazy<PooledDbContextFactory<MusicContext>> _pool = new(
        () => new(new DbContextOptionsBuilder<MusicContext>().UseNpgsql(database.DataSource).UseLoggerFactory(loggers).Options),
        LazyThreadSafetyMode.PublicationOnly);

    /// <exception cref="InvalidOperationException">The database is not started yet.</exception>
    public MusicContext CreateDbContext() => _pool.Value.CreateDbContext();

    /// <exception cref="InvalidOperationException">The database is not started yet.</exception>
    public Task<MusicContext> CreateDbContextAsync(CancellationToken cancellationToken = default) => _pool.Value.CreateDbContextAsync(cancellationToken);
}
