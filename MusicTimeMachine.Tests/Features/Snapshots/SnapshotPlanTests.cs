using MusicTimeMachine.Features.Snapshots;
using MusicTimeMachine.Spotify.Models;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Snapshots;

/// <summary>How the server goes about the queries of snapshots.</summary>
public sealed class SnapshotPlanTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly LargeHousehold _library = cluster.LargeHousehold;
    private readonly QueryPlans _plans = new(cluster.LargeHousehold.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(_library.ReadyAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(SnapshotKind.Tracks, "pk_snapshots", "ix_snapshots_user_id_track_id_time_range_date")]
    [InlineData(SnapshotKind.Artists, "pk_artist_snapshots", "ix_artist_snapshots_artist_id_user_id_time_range_date")]
    public async Task Snapshot_IsReadByItsKey_AndTheRanksByTheOtherIndex(SnapshotKind kind, string key, string index)
    {
        var data = await new SnapshotsQuery(_plans).AskAsync(_library.User, new SnapshotsRequest { Kind = kind, Range = SpotifyRange.MediumTerm, Days = 366 }, Cancel);

        Assert.NotEmpty(data!.History.Lines);
        Assert.Contains(key, _plans.Indexes);
        Assert.Contains(index, _plans.Indexes);
        Assert.DoesNotContain("snapshots", _plans.ReadWhole);
        Assert.DoesNotContain("artist_snapshots", _plans.ReadWhole);
    }

    [Fact]
    public async Task Days_AreReadByTheKeys()
    {
        var (days, total) = await new SnapshotsQuery(_plans).DatesAsync(_library.User, 50, 0, Cancel);

        Assert.True(days.Count == 50 && total > 100);
        Assert.Contains("pk_snapshots", _plans.Indexes);
        Assert.DoesNotContain("snapshots", _plans.ReadWhole);
    }
}
