using static MusicTimeMachine.Tests.Data.ThrowAwayCluster;

namespace MusicTimeMachine.Tests.Data;

/// <summary>Several processes on one data directory.</summary>
public sealed class LocalPostgresSharingTests
{
    [Fact]
    public async Task Start_SecondProcess_JoinsAndMayOutliveTheFirst()
    {
        await using var cluster = new ThrowAwayCluster();
        var first = await cluster.StartAsync();
        var server = await cluster.RunningAsync();
        await using var second = await PostgresProcess.StartAsync(cluster);
        Assert.Equal(server, await cluster.RunningAsync());
        Assert.Equal(first.ConnectionString, second.ConnectionString);

        await first.DisposeAsync();
        Assert.Equal(server, await cluster.RunningAsync());
        Assert.Equal(1, await AskAsync<int>(second.ConnectionString, "SELECT 1"));

        Assert.Equal(0, await second.LeaveAsync());
        Assert.Null(await cluster.RunningAsync());
    }

    [Fact]
    public async Task Leave_SecondProcess_LeavesTheServerToTheFirst()
    {
        await using var cluster = new ThrowAwayCluster();
        await using var first = await cluster.StartAsync();
        await using (var second = await PostgresProcess.StartAsync(cluster))
            Assert.Equal(0, await second.LeaveAsync());

        Assert.Equal(1, await AskAsync<int>(first.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Leave_TheOtherProcessWasKilled_StopsTheServer()
    {
        await using var cluster = new ThrowAwayCluster();
        var first = await cluster.StartAsync();
        await using (var second = await PostgresProcess.StartAsync(cluster))
            await second.KillAsync();
        await first.DisposeAsync();

        Assert.Null(await cluster.RunningAsync());
    }

    [Fact]
    public async Task Start_ThreeAtTheSameMoment_ShareOneServer()
    {
        await using var cluster = new ThrowAwayCluster();
        SkipWithoutPostgres();
        var third = cluster.StartAsync();
        var processes = await Task.WhenAll(PostgresProcess.StartAsync(cluster), PostgresProcess.StartAsync(cluster));
        var server = await cluster.RunningAsync();
        await using (var postgres = await third)
        {
            Assert.Equal(server, await cluster.RunningAsync());
            Assert.Equal(1, await AskAsync<int>(postgres.ConnectionString, "SELECT 1"));
        }

        var exits = await Task.WhenAll(processes.Select(p => p.LeaveAsync()));
        Assert.Equal([0, 0], exits);
        Assert.Null(await cluster.RunningAsync());
    }

    [Fact]
    public async Task Leave_Twice_StopsOnce()
    {
        await using var cluster = new ThrowAwayCluster();
        var postgres = await cluster.StartAsync();
        await postgres.DisposeAsync();
        await postgres.DisposeAsync();

        Assert.Null(await cluster.RunningAsync());
    }
}
