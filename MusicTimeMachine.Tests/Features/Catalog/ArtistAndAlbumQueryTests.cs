using MusicTimeMachine.Features.Catalog.Albums;
using MusicTimeMachine.Features.Catalog.Artists;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Tests.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Catalog;

public sealed class ArtistAndAlbumQueryTests(SoundingHistories histories) : IClassFixture<SoundingHistories>
{
    private ArtistQuery Artists => new(histories.Database);

    private AlbumQuery Albums => new(histories.Database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Europe/Zurich")]
    [InlineData("America/New_York")]
    public async Task Artist_Each_IsWhatTheRowsSay(string zone)
    {
        var history = histories.Of(zone);
        var library = await histories.LibraryAsync(history);
        foreach (var artist in history.Catalog.Artists)
        {
            var plays = SoundingHistories.Counted(history, track => track.ArtistId == artist.Id).ToList();
            var songs = library.Select(history.Catalog.Track).Where(track => track.ArtistId == artist.Id).Select(track => track.SongId).Distinct().Count();

            var found = await Artists.FindAsync(history.User.Id, artist.Id, Stop);

            Assert.Equal(
                new ArtistDetails(artist.Id, artist.Name, songs, plays.Count, plays.Sum(InventedHistory.Ms), plays.Min(play => (DateTimeOffset?)play.PlayedAt), plays.Max(play => (DateTimeOffset?)play.PlayedAt))
                {
                    Genres = found!.Genres,
                    Image = artist.ImageUrl,
                },
                found);
            Assert.Equal(artist.Genres, found.Genres);
        }
    }

    [Theory]
    [InlineData("Europe/Zurich")]
    [InlineData("America/New_York")]
    public async Task ArtistsSongs_ByPages_AreTheWholeListInOrder(string zone)
    {
        var history = histories.Of(zone);
        var library = await histories.LibraryAsync(history);
        foreach (var artist in history.Catalog.Artists)
        {
            var expected = Songs(history, library.Where(id => history.Catalog.Track(id).ArtistId == artist.Id));
            List<TopItem> pages = [];
            for (var offset = 0; offset < expected.Count + 2; offset += 2)
            {
                var page = await Artists.SongsAsync(history.User.Id, artist.Id, offset, 2, Stop);
                Assert.Equal(expected.Count, page.Total);
                pages.AddRange(page.Items);
            }

            Assert.Equal(expected, pages.Select((song, i) => (i + 1, song.Id!.Value, song.Name, song.Plays, song.MsPlayed)));
            var guest = await Artists.GuestSongsAsync(history.User.Id, artist.Id, 0, 200, Stop);
            Assert.Equal(Songs(history, library.Where(id => histories.Guests.GetValueOrDefault(id)?.Id == artist.Id)), guest.Items.Select(song => (song.Rank, song.Id!.Value, song.Name, song.Plays, song.MsPlayed)));
        }
    }

    [Theory]
    [InlineData("Europe/Zurich")]
    [InlineData("America/New_York")]
    public async Task ArtistsAlbums_OfEach_AreWhatTheRowsSay(string zone)
    {
        var history = histories.Of(zone);
        var library = await histories.LibraryAsync(history);
        foreach (var artist in history.Catalog.Artists)
        {
            var albums = await Artists.AlbumsAsync(history.User.Id, artist.Id, Stop);

            var tracks = library.Select(history.Catalog.Track).Where(track => history.Catalog.AlbumOf(track) is { } album && (track.ArtistId == artist.Id || album.ArtistId == artist.Id)).ToList();
            Assert.Equal(
                tracks.GroupBy(track => track.AlbumId!.Value)
                    .Select(album => (album.Key, album.Select(track => track.SongId).Distinct().Count(), history.Counted.Count(play => album.Any(track => track.Id == play.TrackId))))
                    .OrderBy(album => album.Key),
                albums.Select(album => (album.Id, album.Songs, album.Plays)).OrderBy(album => album.Id));
            Assert.Equal(albums.Select(album => album.Plays).OrderDescending(), albums.Select(album => album.Plays));
        }
    }

    [Theory]
    [InlineData("Europe/Zurich")]
    [InlineData("America/New_York")]
    public async Task Album_Each_IsWhatTheRowsSay(string zone)
    {
        var history = histories.Of(zone);
        var library = await histories.LibraryAsync(history);
        foreach (var album in history.Catalog.Albums)
        {
            var tracks = library.Where(id => history.Catalog.Track(id).AlbumId == album.Id).ToList();
            var plays = SoundingHistories.Counted(history, track => track.AlbumId == album.Id).ToList();

            var found = await Albums.FindAsync(history.User.Id, album.Id, Stop);

            if (tracks.Count == 0)
            {
                Assert.Null(found);
                continue;
            }

            Assert.Equal(
                new AlbumDetails(
                    album.Id, album.Name, album.ArtistId, history.Catalog.Artists.Single(artist => artist.Id == album.ArtistId).Name, tracks.Count, plays.Count, plays.Sum(InventedHistory.Ms),
                    plays.Min(play => (DateTimeOffset?)play.PlayedAt), plays.Max(play => (DateTimeOffset?)play.PlayedAt))
                {
                    Image = album.ImageUrl,
                },
                found);
            var list = await Albums.TracksAsync(history.User.Id, album.Id, Stop);
            Assert.Equal(tracks.Count, list.Total);
            Assert.Equal(tracks.Order(), list.Items.Select(track => track.Id!.Value).Order());
            Assert.Equal(found!.Plays, list.Items.Sum(track => track.Plays));
            Assert.Equal(list.Items.OrderByDescending(track => track.Plays).ThenByDescending(track => track.MsPlayed).ThenBy(track => track.Name, StringComparer.Ordinal), list.Items);
        }
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public async Task NoSuchNumber_IsNotFound(long id)
    {
        var user = histories.Of("Europe/Zurich").User.Id;
        Assert.Null(await Artists.FindAsync(user, id, Stop));
        Assert.Null(await Albums.FindAsync(user, id, Stop));
        Assert.Equal(0, (await Artists.SongsAsync(user, id, int.MaxValue, int.MaxValue, Stop)).Total);
    }

    [Fact]
    public async Task EmptyLibrary_KnowsNothingOfWhatOthersHeard()
    {
        var nobody = (await histories.Database.AddUserAsync()).Id;
        foreach (var artist in histories.Catalog.Artists) Assert.Null(await Artists.FindAsync(nobody, artist.Id, Stop));
        foreach (var album in histories.Catalog.Albums) Assert.Null(await Albums.FindAsync(nobody, album.Id, Stop));
    }

    private static List<(int Rank, long Id, string Name, int Plays, long Ms)> Songs(InventedHistory history, IEnumerable<long> tracks)
    {
        var plays = history.Counted.ToLookup(play => play.TrackId);
        return
        [
            .. tracks.Select(history.Catalog.Track).GroupBy(track => track.SongId)
                .Select(song => (
                    Shown: song.OrderByDescending(track => plays[track.Id].Count()).ThenByDescending(track => plays[track.Id].Sum(InventedHistory.Ms)).ThenBy(track => track.Id).First(),
                    Plays: song.Sum(track => plays[track.Id].Count()), Ms: song.Sum(track => plays[track.Id].Sum(InventedHistory.Ms))))
                .OrderByDescending(song => song.Plays).ThenByDescending(song => song.Ms).ThenBy(song => song.Shown.Name, StringComparer.Ordinal).ThenBy(song => song.Shown.Id)
                .Select((song, i) => (i + 1, song.Shown.Id, song.Shown.Name, song.Plays, song.Ms)),
        ];
    }
}
