using MusicTimeMachine.Features.Gems;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Moods;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Moods;

/// <summary>How the server goes about the queries of moods and gems.</summary>
public sealed class QueryPlanTests(TestCluster cluster) : IAsyncLifetime
{
    private static readonly DayRange Year = new(new(2025, 1, 1), new(2026, 1, 1));

    private readonly LargeHousehold _library = cluster.LargeHousehold;
    private readonly QueryPlans _plans = new(cluster.LargeHousehold.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(_library.ReadyAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Region_NamesItsSongsByTheIndex()
    {
        var list = await new MoodQuery(_library.Memory, _plans).RegionAsync(_library.User, Year, MoodRegion.Everything, 0, 30, Cancel);

        Assert.NotEmpty(list.Items);
        Assert.Contains("ix_tracks_song_id", _plans.Indexes);
        Assert.Empty(_plans.ReadWhole);
    }

    [Fact]
    public async Task Gems_FindTheirLastPlayByTheIndex()
    {
        var gems = await new GemsQuery(_library.Memory, _plans, new TestClock(new DateTimeOffset(2026, 1, 31, 20, 0, 0, TimeSpan.Zero))).AskAsync(_library.User, new GemsRequest(), Cancel);

        Assert.NotEmpty(gems.Items);
        Assert.Contains("pk_hidden_gems", _plans.Indexes);
        Assert.Contains("ix_tracks_song_id", _plans.Indexes);
        Assert.Contains("pk_user_tracks", _plans.Indexes);
        Assert.Empty(_plans.ReadWhole.Except(["users"]));
    }

    [Fact]
    public async Task GemsOfSnapshots_ReadOnePersonsDaysByTheKey()
    {
        var request = new GemsRequest { Source = GemSource.Snapshots, LovedFromDays = 120, LovedToDays = 60 };
        var gems = await new GemsQuery(_library.Memory, _plans, new TestClock(new DateTimeOffset(2026, 1, 31, 20, 0, 0, TimeSpan.Zero))).AskAsync(_library.User, request, Cancel);

        Assert.NotEmpty(gems.Items);
        Assert.Contains("pk_snapshots", _plans.Indexes);
        Assert.DoesNotContain("snapshots", _plans.ReadWhole);
        Assert.DoesNotContain("user_tracks", _plans.ReadWhole);
    }
}
