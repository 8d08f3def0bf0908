using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Correcting;
using MusicTimeMachine.Tests.Features.Home;

namespace MusicTimeMachine.Tests.Features.Listening;

/// <summary>The plays of something, and ranges of plays, against the plain rows.</summary>
public sealed class PlaysOfQueryTests(Histories histories) : IClassFixture<Histories>
{
    private PlaysOfQuery Query => new(histories.Database);

    private InventedHistory History => histories.Of("Europe/Zurich");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("song")]
    [InlineData("artist")]
    [InlineData("album")]
    public async Task PageByPage_IsEveryShownPlay_TheShortOnesToo(string kind)
    {
        var favourite = History.Shown.GroupBy(play => History.TrackOf(play).SongId).MaxBy(song => song.Count())!.Select(History.TrackOf).First(track => track.AlbumId is not null);
        var (of, isOf) = Of(kind, favourite);
        List<PlayRow> rows = [];
        var expected = History.Shown.Where(play => isOf(History.TrackOf(play))).Select(play => play.Id).ToList();
        Assert.Contains(History.Shown, play => isOf(History.TrackOf(play)) && !History.Counts(play));

        while (await Query.AskAsync(History.User.Id, of, rows.Count == 0 ? null : rows[^1].Cursor, PlaysOfQuery.MostPlays, Stop) is { Plays.Count: > 0 } page)
        {
            Assert.Equal(expected.Count - rows.Count, page.Total);
            rows.AddRange(page.Plays);
        }

        Assert.Equal(expected, rows.Select(row => row.Id));
    }

    [Fact]
    public async Task Range_HasBothEnds_InWhicheverOrderTheyAreGiven()
    {
        var shown = History.Shown.ToList();
        var track = History.TrackOf(shown[40]);
        foreach (var (one, other) in ((int, int)[])[(10, 90), (90, 10), (7, 7)])
        {
            var within = shown[Math.Min(one, other)..(Math.Max(one, other) + 1)];

            Assert.Equal(within.Select(play => play.Id), await Query.BetweenAsync(History.User.Id, null, Cursor(shown[one]), Cursor(shown[other]), Stop));
            Assert.Equal(
                within.Where(play => History.TrackOf(play).ArtistId == track.ArtistId).Select(play => play.Id),
                await Query.BetweenAsync(History.User.Id, PlaySelection.OfArtist(track.ArtistId), Cursor(shown[one]), Cursor(shown[other]), Stop));
        }
    }

    [Fact]
    public async Task OfAnother_NothingIsFound()
    {
        var nobody = (await histories.Database.AddUserAsync()).Id;
        var track = History.TrackOf(History.Shown[0]);

        var page = await Query.AskAsync(nobody, PlaySelection.OfArtist(track.ArtistId), null, 50, Stop);
        Assert.Equal((0, 0), (page.Plays.Count, page.Total));
        Assert.Empty(await Query.BetweenAsync(nobody, null, Cursor(History.Shown[0]), Cursor(History.Shown[9]), Stop));
        Assert.Empty(await new AddableTracksQuery(histories.Database).OfAsync(nobody, PlaySelection.OfTrack(track.Id), Stop));
        Assert.Null(await new AddableTracksQuery(histories.Database).FindAsync(nobody, track.Id, Stop));
    }

    [Fact]
    public async Task Addable_OfAnAlbum_StandsInTheOrderInWhichItWasFirstHeard_WithTheUsualLength()
    {
        var album = History.Counted.Select(History.TrackOf).First(track => track.AlbumId is not null).AlbumId!.Value;

        var tracks = await new AddableTracksQuery(histories.Database).OfAsync(History.User.Id, PlaySelection.OfAlbum(album), Stop);

        var expected = History.Counted.Where(play => History.TrackOf(play).AlbumId == album).GroupBy(play => play.TrackId)
            .Select(plays => (Id: plays.Key, First: plays.Min(play => play.PlayedAt), Ms: plays.Sum(InventedHistory.Ms), Plays: plays.Count()))
            .OrderBy(track => track.First).ThenBy(track => track.Id).ToList();
        Assert.Equal(expected.Select(track => (track.Id, track.Ms >= 1000L * track.Plays ? (int?)(track.Ms / track.Plays) : null)), tracks.Take(expected.Count).Select(track => (track.Id, track.LengthMs)));
        Assert.All(tracks.Skip(expected.Count), track => Assert.Null(track.LengthMs));
    }

    private static (PlaySelection Of, Func<Track, bool> IsOf) Of(string kind, Track of) => kind switch
    {
        "artist" => (PlaySelection.OfArtist(of.ArtistId), track => track.ArtistId == of.ArtistId),
        "album" => (PlaySelection.OfAlbum(of.AlbumId!.Value), track => track.AlbumId == of.AlbumId),
        _ => (PlaySelection.OfTrack(of.Id), track => track.SongId == of.SongId),
    };

    private static PlayCursor Cursor(Play play) => new(play.PlayedAt, play.Id);
}
