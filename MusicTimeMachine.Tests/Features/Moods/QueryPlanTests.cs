using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Gems;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Features.Moods;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Moods;

/// <summary>How the server goes about the queries of moods and gems, on a library that is large enough for it to matter.</summary>
public sealed class QueryPlanTests(QueryPlanTests.Library library) : IClassFixture<QueryPlanTests.Library>
{
    private static readonly DayRange Year = new(new(2025, 1, 1), new(2026, 1, 1));

    private readonly QueryPlans _plans = new(library.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Region_NamesItsSongsByTheIndex()
    {
        var list = await new MoodQuery(library.Memory, _plans).RegionAsync(library.User, Year, MoodRegion.Everything, 0, 30, Cancel);

        Assert.NotEmpty(list.Items);
        Assert.Contains("ix_tracks_song_id", _plans.Indexes);
        Assert.Empty(_plans.ReadWhole);
    }

    [Fact]
    public async Task Gems_FindTheirLastPlayByTheIndex()
    {
        var gems = await new GemsQuery(library.Memory, _plans, new TestClock(new DateTimeOffset(2026, 1, 31, 20, 0, 0, TimeSpan.Zero))).AskAsync(library.User, new GemsRequest(), Cancel);

        Assert.NotEmpty(gems.Items);
        Assert.Contains("pk_hidden_gems", _plans.Indexes);
        Assert.Contains("ix_tracks_song_id", _plans.Indexes);
        Assert.Contains("pk_user_tracks", _plans.Indexes);
        Assert.Empty(_plans.ReadWhole.Except(["users"]));
    }

    public sealed class Library(TestCluster cluster) : IAsyncLifetime
    {
        public TestDatabase Database { get; } = new(cluster);

        public ListeningMemory Memory { get; private set; } = null!;

        public Guid User { get; private set; }

        public async ValueTask InitializeAsync()
        {
            await Database.InitializeAsync();
            Memory = new ListeningMemory(Database, TimeProvider.System);
            User = await new DemoWriter(Database).WriteAsync(new DemoLibrary(new DemoOptions(new DateOnly(2026, 1, 31), DemoOptions.Zurich, 60_000)), Cancel);
            for (var other = 0; other < 20; other++) await Database.AddUserAsync();
            await Database.ExecuteAsync($"insert into user_tracks (user_id, track_id, plays, ms_played) select u.id, t.id, 0, 0 from users u, tracks t where u.id <> '{User}'");
            await Database.ExecuteAsync("insert into hidden_gems (user_id, song_id, hidden_at) select u.id, s.id, now() from users u, songs s where s.id % 20 = 0");
            await Database.ExecuteAsync("vacuum analyze");
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
