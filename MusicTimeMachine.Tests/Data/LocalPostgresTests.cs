using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data.Embedded;
using Npgsql;
using static MusicTimeMachine.Tests.Data.ThrowAwayCluster;

namespace MusicTimeMachine.Tests.Data;

public sealed class LocalPostgresTests
{
    [Fact]
    public async Task Start_FirstTime_MakesADatabaseThatSortsAlikeEverywhere()
    {
        await using var cluster = new ThrowAwayCluster();
        await using (var postgres = await cluster.StartAsync())
        {
            Assert.True(postgres.IsEmbedded);
            Assert.Equal(
                "music_time_machine music_time_machine UTF8 C C.UTF-8 ÆRØ",
                await AskAsync<string>(postgres.ConnectionString, """
                    SELECT concat_ws(' ', current_database(), current_user, pg_encoding_to_char(encoding), datcollate, datctype, upper('ærø'))
                    FROM pg_database WHERE datname = current_database()
                    """));
        }

        Assert.Null(await cluster.RunningAsync());
    }

    [Fact]
    public async Task Start_SecondTime_KeepsTheData()
    {
        await using var cluster = new ThrowAwayCluster();
        await using (var first = await cluster.StartAsync())
            await AskAsync<int>(first.ConnectionString, "CREATE TABLE kept AS SELECT 7 AS n; SELECT n FROM kept");

        await using var second = await cluster.StartAsync();
        Assert.Equal(7, await AskAsync<int>(second.ConnectionString, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task Start_Durable_WritesTheSettingsOfAPersonalServer()
    {
        await using var cluster = new ThrowAwayCluster();
        await using var postgres = await cluster.StartAsync(cluster.Options with { Durable = true, MaxConnections = 30 });

        Assert.Equal(
            "fsync=on full_page_writes=on jit=off listen_addresses= logging_collector=on max_connections=30 max_wal_size=2GB random_page_cost=1.1 synchronous_commit=on unix_socket_permissions=0700",
            await AskAsync<string>(postgres.ConnectionString, """
                SELECT string_agg(name || '=' || current_setting(name), ' ' ORDER BY name) FROM pg_settings
                WHERE name IN ('fsync', 'full_page_writes', 'jit', 'listen_addresses', 'logging_collector', 'max_connections',
                               'max_wal_size', 'random_page_cost', 'synchronous_commit', 'unix_socket_permissions')
                """));
        Assert.Equal("on", await AskAsync<string>(postgres.ConnectionString, "SHOW data_checksums"));
    }

    [Fact]
    public async Task Start_ConnectionStringGiven_UsesItAsItIsAndStartsNothing()
    {
        await using var cluster = new ThrowAwayCluster("never-made");
        await using var postgres = await LocalPostgres.StartAsync(
            cluster.Options with { ConnectionString = "Host=db.example;Username=ann", Places = [] }, NullLogger.Instance, TestContext.Current.CancellationToken);

        Assert.Equal("Host=db.example;Username=ann", postgres.ConnectionString);
        Assert.False(postgres.IsEmbedded);
        Assert.False(Directory.Exists(cluster.DataDirectory));
    }

    [Fact]
    public async Task Start_Loopback_AsksForThePasswordThatOnlyTheOwnerCanRead()
    {
        await using var cluster = new ThrowAwayCluster();
        await using var postgres = await cluster.StartAsync(cluster.Options with { Loopback = true });

        var way = new NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "guess" };
        Assert.Equal("127.0.0.1", way.Host);
        Assert.Equal("127.0.0.1", await AskAsync<string>(postgres.ConnectionString, "SHOW listen_addresses"));
        Assert.Equal("", await AskAsync<string>(postgres.ConnectionString, "SHOW unix_socket_directories"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync<int>(wrong.ConnectionString, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        Assert.Equal("600", ModeOf(Path.Combine(cluster.DataDirectory, "postgres", "password")));
    }

    [Fact]
    public async Task Start_LoopbackAfterSocketAndBack_KeepsTheData()
    {
        await using var cluster = new ThrowAwayCluster();
        await using (var first = await cluster.StartAsync())
            await AskAsync<int>(first.ConnectionString, "CREATE TABLE kept AS SELECT 7 AS n; SELECT n FROM kept");
        await using (var second = await cluster.StartAsync(cluster.Options with { Loopback = true }))
            Assert.Equal(7, await AskAsync<int>(second.ConnectionString, "SELECT n FROM kept"));

        await using var third = await cluster.StartAsync();
        Assert.Equal(7, await AskAsync<int>(third.ConnectionString, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task Start_PathTooLongForASocket_ListensInAShortClosedFolder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows listens on the loopback address.");
        await using var cluster = new ThrowAwayCluster($"it's \\ {new string('x', 60)}/{new string('é', 40)}");
        string folder;
        await using (var postgres = await cluster.StartAsync())
        {
            folder = new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!;
            Assert.Equal(1, await AskAsync<int>(postgres.ConnectionString, "SELECT 1"));
        }

        Assert.InRange(folder.Length, 10, 60);
        Assert.Equal("700", ModeOf(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Start_Socket_StandsInAFolderThatOnlyTheOwnerEnters()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows listens on the loopback address.");
        await using var cluster = new ThrowAwayCluster();
        await using var postgres = await cluster.StartAsync();

        foreach (var folder in new[] { "postgres", "postgres/data", "postgres/socket", "postgres/log" })
            Assert.Equal("700", ModeOf(Path.Combine(cluster.DataDirectory, folder)));
    }
}
