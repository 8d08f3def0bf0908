using System.Diagnostics;
using Npgsql;
using static MusicTimeMachine.Tests.Data.ThrowAwayCluster;

namespace MusicTimeMachine.Tests.Data;

/// <summary>What a predecessor that was killed leaves behind.</summary>
public sealed class LocalPostgresCrashTests
{
    [Fact]
    public async Task Start_AfterTheServerWasKilled_RecoversTheData()
    {
        await using var cluster = new ThrowAwayCluster();
        await using var first = await cluster.StartAsync();
        await AskAsync<int>(first.ConnectionString, "CREATE TABLE kept AS SELECT 7 AS n; SELECT n FROM kept");
        await cluster.KillServerAsync();
        Assert.True(File.Exists(Path.Combine(cluster.Data, "postmaster.pid")));

        await using var second = await cluster.StartAsync();
        Assert.Equal(7, await AskAsync<int>(second.ConnectionString, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task Start_WhileABusyBackendOfTheKilledServerLeaves_WaitsForIt()
    {
        await using var cluster = new ThrowAwayCluster();
        await using var first = await cluster.StartAsync();
        await using var connection = new NpgsqlConnection(first.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var busy = new NpgsqlCommand(
            "DO $$ DECLARE finish timestamptz := clock_timestamp() + '2 s'; BEGIN WHILE clock_timestamp() < finish LOOP END LOOP; END $$", connection);
        var work = busy.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        await cluster.KillServerAsync();

        var waited = Stopwatch.StartNew();
        await using var second = await cluster.StartAsync();
        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.Equal(1, await AskAsync<int>(second.ConnectionString, "SELECT 1"));
        await Record.ExceptionAsync(() => work);
    }

    [Fact]
    public async Task Start_AfterTheOwningProcessWasKilled_TakesOverTheServerThatRunsOn()
    {
        await using var cluster = new ThrowAwayCluster();
        SkipWithoutPostgres();
        await using (var owner = await PostgresProcess.StartAsync(cluster))
        {
            await AskAsync<int>(owner.ConnectionString, "CREATE TABLE kept AS SELECT 7 AS n; SELECT n FROM kept");
            await owner.KillAsync();
        }

        var orphan = await cluster.RunningAsync();
        Assert.NotNull(orphan);
        await using (var heir = await cluster.StartAsync())
        {
            Assert.Equal(orphan, await cluster.RunningAsync());
            Assert.Equal(7, await AskAsync<int>(heir.ConnectionString, "SELECT n FROM kept"));
        }

        Assert.Null(await cluster.RunningAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_PidFileNamesAnotherLivingProcess_StartsAnyway(bool anotherServer)
    {
        await using var cluster = new ThrowAwayCluster();
        await using var neighbour = new ThrowAwayCluster();
        await using var other = await neighbour.StartAsync();
        await using var first = await cluster.StartAsync();
        await AskAsync<int>(first.ConnectionString, "CREATE TABLE kept AS SELECT 7 AS n; SELECT n FROM kept");
        var pidFile = Path.Combine(cluster.Data, "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(pidFile, TestContext.Current.CancellationToken);
        await cluster.KillServerAsync();

        lines[0] = $"{(anotherServer ? await neighbour.RunningAsync() : Environment.ProcessId)}";
        await File.WriteAllLinesAsync(pidFile, lines, TestContext.Current.CancellationToken);
        // The socket has a lock file of its own, with the same number.
        await File.WriteAllLinesAsync(Path.Combine(cluster.DataDirectory, "postgres", "socket", ".s.PGSQL.5432.lock"), lines[..6], TestContext.Current.CancellationToken);

        await using var second = await cluster.StartAsync();
        Assert.Equal(7, await AskAsync<int>(second.ConnectionString, "SELECT n FROM kept"));
        Assert.Equal(1, await AskAsync<int>(other.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Start_AfterAKillDuringInitdb_BeginsAnew()
    {
        await using var cluster = new ThrowAwayCluster();
        var halfMade = Directory.CreateDirectory(cluster.Data + ".0123456789abcdef");
        await File.WriteAllTextAsync(Path.Combine(halfMade.FullName, "PG_VERSION"), "15\n", TestContext.Current.CancellationToken);

        await using var postgres = await cluster.StartAsync();
        Assert.Equal(1, await AskAsync<int>(postgres.ConnectionString, "SELECT 1"));
        Assert.False(halfMade.Exists && Directory.Exists(halfMade.FullName));
    }
}
