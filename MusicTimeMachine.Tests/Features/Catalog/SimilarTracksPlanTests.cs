using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Catalog.Tracks;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Catalog;

/// <summary>A large library, and one that is rare in the same catalogue.</summary>
public sealed class SimilarTracksPlanTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly LargeHousehold _library = cluster.LargeHousehold;
    private readonly QueryPlans _plans = new(cluster.LargeHousehold.Database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private long Track { get; set; }

    public async ValueTask InitializeAsync()
    {
        await _library.ReadyAsync();
        Track = await _library.Database.ScalarAsync<long>("select id from tracks where id % 50 = 0 and mood is not null order by id limit 1");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Similar_InALargeLibrary_ComesFromTheIndexOfMoods()
    {
        Assert.Equal(20, (await new SimilarTracksQuery(_plans).FindAsync(_library.User, Track, 20, Stop))!.Count);

        Assert.Contains("ix_tracks_mood", _plans.IndexesAlone);
        Assert.Contains("pk_user_tracks", _plans.Indexes);
        Assert.Empty(_plans.ReadWhole.Intersect(["tracks", "user_tracks"]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100)]
    public async Task Similar_InALibraryThatIsRare_IsExact(int limit)
    {
        var similar = await new SimilarTracksQuery(_library.Database).FindAsync(_library.Rare, Track, limit, Stop);

        await using var context = _library.Database.CreateDbContext();
        var rows = await (
            from own in context.UserTracks
            join track in context.Tracks on own.TrackId equals track.Id
            where own.UserId == _library.Rare && track.Energy != null && track.Valence != null && track.Danceability != null
            select new { track.Id, track.SongId, Sound = new[] { track.Energy!.Value, track.Valence!.Value, track.Danceability!.Value } }).ToListAsync(Stop);
        var origin = rows.Single(row => row.Id == Track);
        var expected = rows.Where(row => row.SongId != origin.SongId).GroupBy(row => row.SongId)
            .Select(song => 1 - (song.Min(row => row.Sound.Zip(origin.Sound, (a, b) => Math.Abs((double)a - b)).Sum()) / 3)).OrderDescending().Take(limit).ToList();
        Assert.Equal(expected.Count, similar!.Count);
        Assert.All(expected.Zip(similar), pair => Assert.Equal(pair.First, pair.Second.Similarity, 6));
        Assert.Equal(similar.Count, similar.Select(track => rows.Single(row => row.Id == track.Id).SongId).Distinct().Count());
    }
}
