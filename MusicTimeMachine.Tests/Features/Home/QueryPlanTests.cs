using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Home;

/// <summary>How the server goes about the queries of the first page and the history.</summary>
public sealed class QueryPlanTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly DayRange Year = new(new(2025, 1, 1), new(2026, 1, 1));

    private readonly LargeHousehold _library = cluster.LargeHousehold;
    private readonly QueryPlans _plans = new(cluster.LargeHousehold.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(_library.ReadyAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Summary_FindsItsEndsByTheIndex()
    {
        await new SummaryQuery(new ListeningMemory(_library.Database, TimeProvider.System), _plans).AskAsync(_library.User, Year, null, Cancel);

        Assert.Equal(["ix_plays_report"], _plans.Indexes.Where(index => index.StartsWith("ix_plays", StringComparison.Ordinal)));
        Assert.DoesNotContain("plays", _plans.ReadWhole);
        Assert.False(_plans.Sorts);
    }

    [Fact]
    public async Task Memory_ReadsTheMonthsByTheirKey()
    {
        await new ListeningMemory(_plans, TimeProvider.System).ReadAsync(_library.User, Year, Cancel);

        Assert.Contains("pk_listening_months", _plans.Indexes);
        Assert.DoesNotContain("plays", _plans.ReadWhole);
    }

    [Theory]
    [InlineData(TopKind.Tracks, "ix_tracks_song_id")]
    [InlineData(TopKind.Artists, "pk_artists")]
    [InlineData(TopKind.Albums, "pk_albums")]
    public async Task Top_NamesItsItemsByTheIndex(TopKind kind, string index)
    {
        await new TopQuery(new ListeningMemory(_library.Database, TimeProvider.System), _plans).AskAsync(_library.User, new TopRequest(kind, Year), Cancel);

        Assert.Contains(index, _plans.Indexes);
        Assert.Empty(_plans.ReadWhole.Except(["users"]));
    }

    [Fact]
    public async Task Plays_ArePagedByTheIndex()
    {
        var query = new PlaysQuery(_plans);
        var rows = await query.LatestAsync(_library.User, null, 50, Cancel);
        await query.LatestAsync(_library.User, rows[^1].Cursor, 50, Cancel);
        await query.ThroughAsync(_library.User, new DateOnly(2024, 6, 1), 10, 50, Cancel);

        Assert.Contains("ix_plays_report", _plans.Indexes);
        Assert.Empty(_plans.ReadWhole.Intersect(["plays", "tracks"]));
    }
}
