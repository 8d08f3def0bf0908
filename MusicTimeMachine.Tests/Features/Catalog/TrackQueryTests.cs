using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Catalog.Ranks;
using MusicTimeMachine.Features.Catalog.Tracks;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Catalog;

public sealed class TrackQueryTests(SoundingHistories histories) : IClassFixture<SoundingHistories>
{
    private TrackQuery Query => new(histories.Database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Europe/Zurich")]
    [InlineData("America/New_York")]
    public async Task Find_EachTrackOfTheCatalogue_IsWhatTheRowsSayOrNotFound(string zone)
    {
        var history = histories.Of(zone);
        var library = await histories.LibraryAsync(history);
        foreach (var track in history.Catalog.Tracks)
        {
            var found = await Query.FindAsync(history.User.Id, track.Id, Stop);

            if (!library.Contains(track.Id))
            {
                Assert.Null(found);
                continue;
            }

            var plays = SoundingHistories.Counted(history, other => other.SongId == track.SongId).ToList();
            Assert.Equal(
                (track.Id, track.SongId, track.Name, track.DisplayArtist, plays.Count, plays.Sum(InventedHistory.Ms), plays.Min(play => (DateTimeOffset?)play.PlayedAt), plays.Max(play => (DateTimeOffset?)play.PlayedAt)),
                (found!.Id, found.SongId, found.Name, found.Artist, found.Plays, found.MsPlayed, found.FirstPlayedAt, found.LastPlayedAt));
            Assert.Equal((track.AlbumId, track.AlbumName, track.ImageUrl ?? history.Catalog.AlbumOf(track)?.ImageUrl), (found.AlbumId, found.Album, found.Image));
            var credits = new List<Artist> { history.Catalog.ArtistOf(track) };
            if (histories.Guests.GetValueOrDefault(track.Id) is { } guest) credits.Add(guest);
            Assert.Equal(credits.Select(artist => new Credit(artist.Id, artist.Name)), found.Credits);
            Assert.Equal(
                library.Where(id => id != track.Id && history.Catalog.Track(id).SongId == track.SongId).Order(), found.OtherReleases.Select(release => release.Id).Order());
            Assert.Equal(histories.Sounds.GetValueOrDefault(track.Id) ?? found.OtherReleases.Select(release => histories.Sounds.GetValueOrDefault(release.Id)).FirstOrDefault(sound => sound is not null),
                found.AudioFeatures is not { } sound ? null : [sound.Energy!.Value, sound.Valence!.Value, sound.Danceability!.Value]);
        }
    }

    [Fact]
    public async Task Page_OfATrack_AnswersAsTheSingleQueriesDo()
    {
        var history = histories.Of("Europe/Zurich");
        var (plays, similar) = (new PlaysQuery(histories.Database), new SimilarTracksQuery(histories.Database));
        var all = new ItemHistoryQuery(histories.Memory, plays);
        var track = history.TrackOf(history.Counted.First(play => histories.Sounds.ContainsKey(play.TrackId)));

        var data = await new TrackPageQuery(Query, similar, all, histories.Memory).FindAsync(history.User.Id, track.Id, 5, Stop);

        Assert.Equal(track.Id, data!.Track.Id);
        Assert.Equal(await similar.FindAsync(history.User.Id, track.Id, 5, Stop), data.Similar);
        Assert.Equal((await all.AskAsync(history.User.Id, RankedKind.Song, track.SongId, Stop)).Ranks, data.History.Ranks);
        var heard = history.Counted.Select(play => play.TrackId).Distinct().ToList();
        var sounds = heard.Where(histories.Sounds.ContainsKey).Select(id => histories.Sounds[id]).ToList();
        Assert.Equal((sounds.Count, heard.Count), (data.Library!.Known, data.Library.Heard));
        Assert.Equal(sounds.Average(sound => sound[0]), data.Library.Average.Energy!.Value, 5);
        Assert.Equal(sounds.Average(sound => sound[2]), data.Library.Average.Danceability!.Value, 5);
        Assert.Null(data.Library.Average.Acousticness);
    }

    [Fact]
    public async Task Find_ALikedTrack_TellsItToWhoLikesItAlone()
    {
        var (one, other) = (histories.Of("Europe/Zurich"), histories.Of("America/New_York"));
        var both = await histories.LibraryAsync(one);
        both.IntersectWith(await histories.LibraryAsync(other));
        var likes = new Likes(histories.Database, TimeProvider.System);
        var id = both.First();
        await likes.LikeAsync(one.User.Id, id, DateTimeOffset.UnixEpoch, Stop);
        await likes.SetNotesAsync(one.User.Id, id, "The ferry, at night", Stop);

        var (mine, theirs) = (await Query.FindAsync(one.User.Id, id, Stop), await Query.FindAsync(other.User.Id, id, Stop));

        Assert.Equal((DateTimeOffset.UnixEpoch, "The ferry, at night"), (mine!.LikedAt, mine.Notes));
        Assert.Equal((null, null), (theirs!.LikedAt, theirs.Notes));
    }
}
