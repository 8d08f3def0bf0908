using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Models;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Spotify;

public sealed class SpotifyApiTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Profile_HasBothIds_AndMayLackNameAndAccount()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        Assert.Equal(new SpotifyProfile("aRobin7Account", "robin.example", "Robin Example"), await spotify.Api.ProfileAsync(spotify.Pass, Stop));

        spotify.World.People[1].AccountId = null;
        Assert.Equal(new SpotifyProfile(null, "kim.example", null), await spotify.Api.ProfileAsync(spotify.PassOf("kim.example"), Stop));
    }

    [Fact]
    public async Task RecentlyPlayed_AreTheLastFifty_OrThoseAfterAMoment_OrNone()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var listener = new FakePerson("aQuiet", "quiet.example", "Quiet");
        spotify.World.People.Add(listener);
        spotify.App.AllowList.Add(listener.Id);
        var pass = spotify.PassOf(listener.Id, "user-read-recently-played");
        Assert.Empty(await spotify.Api.RecentlyPlayedAsync(pass, null, Stop));

        var begin = spotify.Clock.GetUtcNow().AddHours(-6);
        for (var n = 0; n < 70; n++) listener.Play(spotify.World.Tracks[n], begin.AddMinutes(3 * n));

        var expected = Enumerable.Range(0, 70).Reverse().Select(n => (spotify.World.Tracks[n].Id, begin.AddMinutes(3 * n))).ToList();
        Assert.Equal(expected[..50], Seen(await spotify.Api.RecentlyPlayedAsync(pass, null, Stop)));
        Assert.Equal(expected[..4], Seen(await spotify.Api.RecentlyPlayedAsync(pass, begin.AddMinutes(3 * 65), Stop)));
        Assert.Empty(await spotify.Api.RecentlyPlayedAsync(pass, begin.AddMinutes(3 * 69), Stop));
    }

    [Fact]
    public async Task Lists_OfSeveralPages_ComeWholeAndInOrder()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);

        var tracks = await spotify.Api.TopTracksAsync(spotify.Pass, SpotifyRange.LongTerm, Stop).ToListAsync(Stop);
        var artists = await spotify.Api.TopArtistsAsync(spotify.Pass, SpotifyRange.ShortTerm, Stop).ToListAsync(Stop);
        var saved = (await spotify.Api.SavedTracksAsync(spotify.Pass, Stop).ToListAsync(Stop)).SelectMany(page => page.Items!).Select(liked => liked!);

        Assert.Equal(spotify.Robin.Tops["long_term"].Select(track => track.Id), tracks.Select(track => track.Id));
        Assert.Equal(80, tracks.Count);
        Assert.Equal(spotify.Robin.Tops["short_term"].Select(track => track.Album.Artist.Id).Distinct(), artists.Select(artist => artist.Id));
        Assert.Equal(spotify.Robin.Saved.Select(liked => (liked.Track.Id, liked.AddedAt)), saved.Select(liked => (liked.Track!.Id!, liked.AddedAt)));
        Assert.Equal(2 + 1 + 3, spotify.World.Calls.Count);
    }

    [Fact]
    public async Task Track_HasWhatDevelopmentModeTells()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var expected = spotify.World.Tracks[17];

        var track = await spotify.Api.TrackAsync(spotify.Pass, expected.Id, Stop);
        var found = await spotify.Api.SearchTracksAsync(spotify.Pass, "the", Stop);

        Assert.Equal(
            (expected.Id, expected.Name, expected.DurationMs, expected.Isrc, expected.Uri, "track"),
            (track.Id, track.Name, track.DurationMs, track.ExternalIds!.Isrc, track.Uri, track.Type));
        Assert.Equal((expected.Album.Name, expected.Album.ReleaseDate, "year", 640), (track.Album!.Name, track.Album.ReleaseDate, track.Album.ReleaseDatePrecision, track.Album.Images![0].Width));
        Assert.Equal([expected.Album.Artist.Name], track.Artists!.Select(artist => artist.Name));
        Assert.Equal(10, found.Count);
        Assert.All(found, one => Assert.Contains("the", one.Name + one.Artists![0].Name, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Playlists_AreRead_AndOnlyOwnOnesFromInside()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var (own, foreign) = (spotify.World.Playlists[0], spotify.World.Playlists[1]);
        var withGap = new FakePlaylist(FakeIds.Create("gap"), "With a gap", spotify.Robin.Id, [spotify.World.Tracks[0], null, spotify.World.Tracks[1]]);
        spotify.World.Playlists.Add(withGap);

        var playlists = await spotify.Api.PlaylistsAsync(spotify.Pass, Stop).ToListAsync(Stop);

        Assert.Equal([(own.Id, own.Name, "robin.example", own.SnapshotId), (withGap.Id, withGap.Name, "robin.example", withGap.SnapshotId)], playlists.Select(playlist => (playlist.Id, playlist.Name!, playlist.Owner!.Id!, playlist.SnapshotId!)));
        Assert.Equal(own.Tracks.Select(track => track!.Uri), (await ItemsAsync(own)).Select(item => item.Item!.Uri));
        Assert.Equal([spotify.World.Tracks[0].Uri, null, spotify.World.Tracks[1].Uri], (await ItemsAsync(withGap)).Select(item => item.Item?.Uri));
        Assert.Equal(SpotifyProblem.Forbidden, (await Assert.ThrowsAsync<SpotifyException>(() => ItemsAsync(foreign))).Problem);

        async Task<List<SpotifyPlaylistItem>> ItemsAsync(FakePlaylist playlist) => await spotify.Api.PlaylistItemsAsync(spotify.Pass, playlist.Id, Stop).ToListAsync(Stop);
    }

    [Fact]
    public async Task Writing_AHundredAndMore_GoesInChunks_AndOneBadAddressIsRefused()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        List<string> uris = [.. spotify.World.Tracks.Take(150).Select(track => track.Uri)];

        var made = await spotify.Api.CreatePlaylistAsync(spotify.Pass, "From March", "Made of plays", Stop);
        var first = await spotify.Api.ReplaceItemsAsync(spotify.Pass, made.Id, uris[..100], Stop);
        var second = await spotify.Api.AddItemsAsync(spotify.Pass, made.Id, uris[100..], Stop);

        var playlist = spotify.World.Playlists[^1];
        Assert.Equal(("From March", "Made of plays", second), (playlist.Name, playlist.Description, playlist.SnapshotId));
        Assert.NotEqual(first, second);
        Assert.Equal(uris, playlist.Tracks.Select(track => track!.Uri));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => spotify.Api.AddItemsAsync(spotify.Pass, made.Id, uris[..101], Stop));
        Assert.Equal(SpotifyProblem.Refused, (await Assert.ThrowsAsync<SpotifyException>(() => spotify.Api.AddItemsAsync(spotify.Pass, made.Id, [uris[0], "spotify:track:gone"], Stop))).Problem);
        await spotify.Api.RemoveFromLibraryAsync(spotify.Pass, ["spotify:playlist:" + made.Id], Stop);
        Assert.False(playlist.Followed);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => spotify.Api.RemoveFromLibraryAsync(spotify.Pass, uris[..41], Stop));
    }

    [Fact]
    public async Task NextPage_OnAnotherServer_IsNotFollowed()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        await using var other = await SpotifyFixture.StartAsync(database);
        spotify.World.NextPagesLeadTo = other.Address;

        var refused = await Assert.ThrowsAsync<SpotifyException>(async () => await spotify.Api.SavedTracksAsync(spotify.Pass, Stop).ToListAsync(Stop));

        Assert.Equal(SpotifyProblem.Unreadable, refused.Problem);
        Assert.Empty(other.World.Calls);
    }

    private static IEnumerable<(string, DateTimeOffset)> Seen(IEnumerable<SpotifyPlay?> plays) => plays.Select(play => (play!.Track!.Id!, play.PlayedAt));
}
