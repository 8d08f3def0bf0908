using MusicTimeMachine.Features.Evolution;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Features.TimeTravel;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.TimeTravel;

/// <summary>How the server goes about the queries of pages that travel.</summary>
public sealed class TravelPlanTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly DayRange Year = new(new(2025, 1, 1), new(2026, 1, 1));

    private readonly LargeHousehold _library = cluster.LargeHousehold;
    private readonly QueryPlans _plans = new(cluster.LargeHousehold.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(_library.ReadyAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Timeline_ReadsTheMonthsByTheirKey()
    {
        await new TimelineQuery(_plans).AskAsync(_library.User, Cancel);

        Assert.Equal(["pk_listening_months"], _plans.Indexes);
        Assert.Empty(_plans.ReadWhole);
    }

    [Fact]
    public async Task TimeTravel_Warm_ReadsNoTableWhole()
    {
        var memory = new ListeningMemory(_library.Database, TimeProvider.System);
        await new TimeTravelQuery(memory, new(memory, _plans), new(memory, _plans)).AskAsync(_library.User, Year, Year.Before, TopOrder.Plays, Cancel);
        await new OnThisDayQuery(memory, new(_plans), _plans).AskAsync(_library.User, 12, 24, Cancel);

        Assert.Empty(_plans.ReadWhole.Except(["users"]));
        Assert.Contains("ix_tracks_song_id", _plans.Indexes);
    }

    [Fact]
    public async Task Evolution_ReadsTheMonthsByTheirKeyAndNoPlays()
    {
        var memory = new ListeningMemory(_plans, TimeProvider.System);
        await new EvolutionQuery(memory).AskAsync(_library.User, Year, Cancel);

        Assert.Contains("pk_listening_months", _plans.Indexes);
        Assert.DoesNotContain("plays", _plans.ReadWhole);
    }
}
