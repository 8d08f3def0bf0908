using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using Npgsql;

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>A migrated database of its own for a test class (<c>IClassFixture&lt;TestDatabase&gt;</c>).</summary>
public sealed class TestDatabase(TestCluster cluster) : IAsyncLifetime, IDbContextFactory<MusicContext>
{
    private DbContextOptions<MusicContext>? _options;

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Connections for SQL written by hand.</summary>
    public NpgsqlDataSource DataSource { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await cluster.CreateDatabaseAsync();
        DataSource = NpgsqlDataSource.Create(ConnectionString);
        _options = new DbContextOptionsBuilder<MusicContext>().UseNpgsql(DataSource).Options;
    }

    public MusicContext CreateDbContext() => new(_options!);

    /// <summary>A new person with a name that nobody else has.</summary>
    public async Task<User> AddUserAsync(string timeZone = "UTC", UserRole role = UserRole.Member)
    {
        var name = "user" + Guid.NewGuid().ToString("N")[..12];
        var user = new User { Name = name, DisplayName = name, TimeZone = timeZone, Role = role };
        await using var context = CreateDbContext();
        context.Users.Add(user);
        await context.SaveChangesAsync();
        return user;
    }

    /// <summary>Runs a statement and returns how many rows it touched.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of a query's first row.</summary>
    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await cluster.DropDatabaseAsync(ConnectionString);
    }
}
