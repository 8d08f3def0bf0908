using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data;
using MusicTimeMachine.Data.Embedded;
using Npgsql;

namespace MusicTimeMachine.Benchmarks;

/// <summary>A PostgreSQL server of its own with an empty, migrated database; it is gone when it is disposed.</summary>
internal sealed class ThrowAwayDatabase : IDbContextFactory<MusicContext>, IAsyncDisposable
{
    private readonly string _directory;
    private readonly LocalPostgres _server;
    private readonly NpgsqlDataSource _connections;
    private readonly DbContextOptions<MusicContext> _options;

    private ThrowAwayDatabase(string directory, LocalPostgres server)
    {
        (_directory, _server) = (directory, server);
        _connections = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Options = "-c jit=off" }.ConnectionString);
        _options = new DbContextOptionsBuilder<MusicContext>().UseNpgsql(_connections).Options;
    }

    /// <summary>How another process reaches it.</summary>
    public string ConnectionString => _server.ConnectionString;

    public static async Task<ThrowAwayDatabase> StartAsync()
    {
        // Where another account, which runs the server when this is root, can reach it.
        var directory = Path.Combine(Path.GetTempPath(), "mtm-benchmark-" + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(directory);
        var server = await LocalPostgres.StartAsync(new LocalPostgresOptions { DataDirectory = directory }, NullLogger.Instance, CancellationToken.None);
        var database = new ThrowAwayDatabase(directory, server);
        await using var context = database.CreateDbContext();
        await context.Database.MigrateAsync();
        await database._connections.ReloadTypesAsync();
        return database;
    }

    public MusicContext CreateDbContext() => new(_options);

    public async Task ExecuteAsync(FormattableString sql)
    {
        await using var context = CreateDbContext();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await context.Database.ExecuteSqlAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await _connections.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
