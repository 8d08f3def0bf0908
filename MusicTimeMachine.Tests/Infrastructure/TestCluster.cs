using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data;
using MusicTimeMachine.Data.Embedded;
using MusicTimeMachine.Tests.Infrastructure;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>
/// A real PostgreSQL server for the whole run, in a throw-away directory, with one migrated template database of which
/// every test class gets a copy.
/// </summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "template_migrated";
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "mtm-tests-" + Guid.NewGuid().ToString("N")[..8]);
    private LocalPostgres? _server;

    public TestCluster() => LargeHousehold = new LargeHousehold(this);

    /// <summary>Made when it is first asked for, and shared by all that only read it.</summary>
    public LargeHousehold LargeHousehold { get; }

    /// <summary>The server's connection string, to its maintenance database.</summary>
    public string ConnectionString => _server!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_directory);
        _server = await LocalPostgres.StartAsync(
            new LocalPostgresOptions { DataDirectory = _directory, Durable = false, MaxConnections = 300 }, NullLogger.Instance, TestContext.Current.CancellationToken);
        await ExecuteAsync($"create database {Template}");
        var options = new DbContextOptionsBuilder<MusicContext>().UseNpgsql(For(Template, pooling: false)).Options;
        await using var context = new MusicContext(options);
        await context.Database.MigrateAsync();
    }

    /// <summary>A new database, with the schema or empty.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(bool migrated = true)
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(migrated ? $"create database {name} template {Template} strategy file_copy" : $"create database {name}");
        return For(name, pooling: true);
    }

    /// <summary>Removes a database whose connections may still be open.</summary>
    public Task DropDatabaseAsync(string connectionString) =>
        ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    public async ValueTask DisposeAsync()
    {
        await LargeHousehold.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private string For(string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database, Pooling = pooling, MaxPoolSize = 20, IncludeErrorDetail = true }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(For("postgres", pooling: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
