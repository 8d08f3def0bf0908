using MusicTimeMachine.Features.Evolution;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Features.TimeTravel;
using MusicTimeMachine.Tests.Features.Home;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.TimeTravel;

/// <summary>How the server goes about the queries of pages that travel, on a library that is large enough for it to matter.</summary>
public sealed class TravelPlanTests(TravelPlanTests.Household library) : IClassFixture<TravelPlanTests.Household>
{
    private static readonly DayRange Year = new(new(2025, 1, 1), new(2026, 1, 1));

    private readonly QueryPlans _plans = new(library.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Timeline_ReadsTheMonthsByTheirKey()
    {
        await new TimelineQuery(_plans).AskAsync(library.User, Cancel);

        Assert.Equal(["pk_listening_months"], _plans.Indexes);
        Assert.Empty(_plans.ReadWhole);
    }

    [Fact]
    public async Task TimeTravel_Warm_ReadsNoTableWhole()
    {
        var memory = new ListeningMemory(library.Database, TimeProvider.System);
        await new TimeTravelQuery(memory, new(memory, _plans), new(memory, _plans)).AskAsync(library.User, Year, Year.Before, TopOrder.Plays, Cancel);
        await new OnThisDayQuery(memory, new(_plans), _plans).AskAsync(library.User, 12, 24, Cancel);

        Assert.Empty(_plans.ReadWhole.Except(["users"]));
        Assert.Contains("ix_tracks_song_id", _plans.Indexes);
    }

    [Fact]
    public async Task Evolution_ReadsTheMonthsByTheirKeyAndNoPlays()
    {
        var memory = new ListeningMemory(_plans, TimeProvider.System);
        await new EvolutionQuery(memory).AskAsync(library.User, Year, Cancel);

        Assert.Contains("pk_listening_months", _plans.Indexes);
        Assert.DoesNotContain("plays", _plans.ReadWhole);
    }

    /// <summary>One person with a history, and others with months of their own: alone, a person's months are all there are.</summary>
    public sealed class Household(TestCluster cluster) : IAsyncLifetime
    {
        private readonly QueryPlanTests.Library _library = new(cluster);

        public TestDatabase Database => _library.Database;

        public Guid User => _library.User;

        public async ValueTask InitializeAsync()
        {
            await _library.InitializeAsync();
            for (var other = 0; other < 20; other++)
            {
                var user = await Database.AddUserAsync();
                await Database.ExecuteAsync(
                    $"""
                     insert into listening_months (user_id, month, plays, ms_played, shown_days, shown_plays, track_ids, hours, ms)
                     select '{user.Id}', month, 0, 0, shown_days, shown_plays, array[]::bigint[], array[]::smallint[], array[]::int[] from listening_months where user_id = '{User}'
                     """);
            }

            await Database.ExecuteAsync("vacuum analyze");
        }

        public ValueTask DisposeAsync() => _library.DisposeAsync();
    }
}
