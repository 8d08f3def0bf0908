using MusicTimeMachine.Features.Catalog.Albums;
using MusicTimeMachine.Features.Catalog.Artists;
using MusicTimeMachine.Features.Catalog.Ranks;
using MusicTimeMachine.Features.Catalog.Tracks;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Catalog;

/// <summary>How the server goes about the queries of track, artist and album pages.</summary>
public sealed class CatalogPlanTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly LargeHousehold _library = cluster.LargeHousehold;
    private readonly QueryPlans _plans = new(cluster.LargeHousehold.Database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ItemHistoryQuery Histories => new(_library.Memory, new PlaysQuery(_plans));

    public ValueTask InitializeAsync() => new(_library.ReadyAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Track_ComesByTheKeysOfItsSong()
    {
        var track = await MostPlayedAsync("t.id");

        var page = await new TrackPageQuery(new TrackQuery(_plans), new SimilarTracksQuery(_plans), Histories, _library.Memory).FindAsync(_library.User, track, 20, Stop);

        Assert.NotNull(page!.Library);
        Assert.NotEmpty(page.Similar);
        Assert.Empty(new[] { "ix_tracks_song_id", "ix_tracks_mood", "pk_user_tracks", "pk_listening_months" }.Except(_plans.Indexes));
        Assert.Empty(_plans.ReadWhole.Except(["users"]));
    }

    [Fact]
    public async Task Artist_ComesByTheKeysOfTheirTracks()
    {
        var artist = await MostPlayedAsync("t.artist_id");

        var page = await new ArtistPageQuery(new ArtistQuery(_plans), Histories).FindAsync(_library.User, artist, 1, Stop);

        Assert.NotEmpty(page!.Songs.Items);
        Assert.NotEmpty(page.Albums);
        Assert.Empty(new[] { "pk_artists", "pk_user_tracks" }.Except(_plans.Indexes));
        Assert.Empty(_plans.ReadWhole.Except(["users"]));
    }

    [Fact]
    public async Task Album_ComesByTheKeysOfItsTracks()
    {
        var album = await MostPlayedAsync("t.album_id");

        var page = await new AlbumPageQuery(new AlbumQuery(_plans), Histories).FindAsync(_library.User, album, Stop);

        Assert.NotEmpty(page!.Tracks.Items);
        Assert.Empty(new[] { "pk_albums", "pk_user_tracks" }.Except(_plans.Indexes));
        Assert.Empty(_plans.ReadWhole.Except(["users"]));
    }

    private Task<long> MostPlayedAsync(string of) => _library.Database.ScalarAsync<long>(
        $"select {of} from user_tracks u join tracks t on t.id = u.track_id where u.user_id = '{_library.User}' and t.mood is not null and t.album_id is not null order by u.plays desc, t.id limit 1");
}
