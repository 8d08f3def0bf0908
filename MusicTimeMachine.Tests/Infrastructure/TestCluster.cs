using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data;
using MusicTimeMachine.Data.Embedded;
using MusicTimeMachine.Features.Demo;
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
    private const string Demo = "template_demo";
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "mtm-tests-" + Guid.NewGuid().ToString("N")[..8]);
    private readonly Lazy<Task> _demo;
    private LocalPostgres? _server;

    public TestCluster()
    {
        LargeHousehold = new LargeHousehold(this);
        _demo = new Lazy<Task>(WriteDemoAsync);
    }

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
    public Task<string> CreateDatabaseAsync(bool migrated = true) => CreateAsync(migrated ? $" template {Template} strategy file_copy" : "");

    /// <summary>A new database in which the demo has its library up to yesterday. It is written once and copied.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDemoDatabaseAsync()
    {
        await _demo.Value;
        return await CreateAsync($" template {Demo} strategy file_copy");
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

    private async Task<string> CreateAsync(string like)
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"create database {name}{like}");
        return For(name, pooling: true);
    }

    private async Task WriteDemoAsync()
    {
        await ExecuteAsync($"create database {Demo} template {Template} strategy file_copy");
        var contexts = new PooledDbContextFactory<MusicContext>(new DbContextOptionsBuilder<MusicContext>().UseNpgsql(For(Demo, pooling: false)).Options);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), DemoOptions.Zurich).DateTime);
        await new DemoWriter(contexts).WriteAsync(new DemoLibrary(new DemoOptions(today.AddDays(-1), DemoOptions.Zurich)), CancellationToken.None);
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
