using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Home;

/// <summary>How the server goes about the queries of hot pages, on a library that is large enough for it to matter.</summary>
public sealed class QueryPlanTests(QueryPlanTests.Library library) : IClassFixture<QueryPlanTests.Library>
{
    private static readonly DayRange Year = new(new(2025, 1, 1), new(2026, 1, 1));

    private readonly QueryPlans _plans = new(library.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Summary_FindsItsEndsByTheIndex()
    {
        await new SummaryQuery(new ListeningMemory(library.Database, TimeProvider.System), _plans).AskAsync(library.User, Year, null, Cancel);

        Assert.Equal(["ix_plays_report"], _plans.Indexes.Where(index => index.StartsWith("ix_plays", StringComparison.Ordinal)));
        Assert.DoesNotContain("plays", _plans.ReadWhole);
        Assert.False(_plans.Sorts);
    }

    [Fact]
    public async Task Memory_ReadsTheMonthsByTheirKey()
    {
        await new ListeningMemory(_plans, TimeProvider.System).ReadAsync(library.User, Year, Cancel);

        Assert.Contains("pk_listening_months", _plans.Indexes);
        Assert.DoesNotContain("plays", _plans.ReadWhole);
    }

    [Theory]
    [InlineData(TopKind.Tracks, "ix_tracks_song_id")]
    [InlineData(TopKind.Artists, "pk_artists")]
    [InlineData(TopKind.Albums, "pk_albums")]
    public async Task Top_NamesItsItemsByTheIndex(TopKind kind, string index)
    {
        await new TopQuery(new ListeningMemory(library.Database, TimeProvider.System), _plans).AskAsync(library.User, new TopRequest(kind, Year), Cancel);

        Assert.Contains(index, _plans.Indexes);
        Assert.Empty(_plans.ReadWhole.Except(["users"]));
    }

    [Fact]
    public async Task Plays_ArePagedByTheIndex()
    {
        var query = new PlaysQuery(_plans);
        var rows = await query.LatestAsync(library.User, null, 50, Cancel);
        await query.LatestAsync(library.User, rows[^1].Cursor, 50, Cancel);
        await query.ThroughAsync(library.User, new DateOnly(2024, 6, 1), 10, 50, Cancel);

        Assert.Contains("ix_plays_report", _plans.Indexes);
        Assert.Empty(_plans.ReadWhole.Intersect(["plays", "tracks"]));
    }

    public sealed class Library(TestCluster cluster) : IAsyncLifetime
    {
        public TestDatabase Database { get; } = new(cluster);

        public Guid User { get; private set; }

        public async ValueTask InitializeAsync()
        {
            await Database.InitializeAsync();
            User = await new DemoWriter(Database).WriteAsync(new DemoLibrary(new DemoOptions(new DateOnly(2026, 1, 31), DemoOptions.Zurich, 60_000)), Cancel);
            await Database.ExecuteAsync("vacuum analyze");
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
