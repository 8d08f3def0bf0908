using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Spotify.Models;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Demo;

public sealed class DemoWriterTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_Twice_ReplacesTheLibraryAndLeavesOthersAlone()
    {
        var writer = new DemoWriter(database);
        var user = await writer.WriteAsync(InventedLibraries.Small(), Cancel);
        await AssertHoldsAsync(user, InventedLibraries.Small());
        var neighbour = await ListenToTheDemoAsync();
        var before = await RowsAsync(neighbour);

        Assert.Equal(user, await writer.WriteAsync(InventedLibraries.Small(seed: 2), Cancel));
        await AssertHoldsAsync(user, InventedLibraries.Small(seed: 2));
        Assert.Equal(before, await RowsAsync(neighbour));

        // Of the first library only the neighbour's track is left.
        Assert.Equal(301, await database.ScalarAsync<long>("select count(*) from tracks"));
        Assert.Equal(0, await database.ScalarAsync<long>(
            """
            select (select count(*) from albums a where not exists (select 1 from tracks t where t.album_id = a.id))
                + (select count(*) from songs s where not exists (select 1 from tracks t where t.song_id = s.id))
                + (select count(*) from artists a where not exists (select 1 from track_artists c where c.artist_id = a.id))
            """));
    }

    private async Task AssertHoldsAsync(Guid user, DemoLibrary library)
    {
        await using var context = database.CreateDbContext();
        var plays = await (
            from play in context.Plays
            join track in context.Tracks on play.TrackId equals track.Id
            where play.UserId == user
            orderby play.PlayedAt
            select new { play.PlayedAt, play.MsPlayed, play.ReasonStart, play.ReasonEnd, play.Skipped, play.Shuffle, play.Offline, track.Name, track.DisplayArtist, track.AlbumName })
            .ToListAsync(Cancel);
        Assert.Equal(
            library.Plays().Select(play => new
            {
                play.PlayedAt,
                MsPlayed = (int?)play.MsPlayed,
                ReasonStart = (PlayReason?)play.ReasonStart,
                ReasonEnd = (PlayReason?)play.ReasonEnd,
                Skipped = (bool?)play.Skipped,
                Shuffle = (bool?)play.Shuffle,
                Offline = (bool?)play.Offline,
                library.Tracks[play.Track].Name,
                DisplayArtist = string.Join(", ", library.Tracks[play.Track].Artists.Select(artist => library.Artists[artist].Name)),
                AlbumName = (string?)library.Albums[library.Tracks[play.Track].Album].Name,
            }),
            plays);

        var tracks = await (
            from own in context.UserTracks
            join track in context.Tracks on own.TrackId equals track.Id
            where own.UserId == user
            select new { track.SpotifyId, track.DurationMs, track.Energy, track.Tempo, track.FeaturesProvider, own.Plays })
            .ToListAsync(Cancel);
        Assert.All(tracks, track => Assert.Null(track.SpotifyId));
        Assert.Equal(library.Tracks.Sum(track => (long)track.DurationMs), tracks.Sum(track => (long)track.DurationMs!));
        Assert.Equal(library.Tracks.Count(track => track.Features is not null), tracks.Count(track => track is { Energy: not null, Tempo: not null, FeaturesProvider: "demo" }));
        var counted = library.Plays().Count(play => play.MsPlayed >= 30_000);
        Assert.Equal(counted, tracks.Sum(track => track.Plays));
        var months = await context.ListeningMonths.Where(month => month.UserId == user).ToListAsync(Cancel);
        Assert.Equal(counted, months.Sum(month => month.TrackIds.Length));
        Assert.Equal(counted, months.Sum(month => month.Plays));
        Assert.Equal(1, await context.CaptureGaps.CountAsync(gap => gap.UserId == user && !context.Plays.Any(play => play.UserId == user && play.PlayedAt > gap.FromAt && play.PlayedAt < gap.UntilAt), Cancel));
        await AssertSnapshotsAsync(user, library);
        Assert.Equal("Europe/Zurich", (await context.Users.SingleAsync(each => each.Demo, Cancel)).TimeZone);
    }

    /// <summary>The tops of the last day are the most played of the days before it.</summary>
    private async Task AssertSnapshotsAsync(Guid user, DemoLibrary library)
    {
        var last = library.Options.LastDay;
        await using var context = database.CreateDbContext();
        var days = await context.SnapshotDays.Where(day => day.UserId == user).Select(day => day.Date).OrderBy(day => day).ToListAsync(Cancel);
        Assert.Equal(last, days[^1]);
        Assert.Equal(days.Count, await context.Snapshots.Where(row => row.UserId == user && row.TimeRange == SpotifyRange.LongTerm && row.Rank == 50).CountAsync(Cancel));
        var told = await (
            from row in context.Snapshots
            join track in context.Tracks on row.TrackId equals track.Id
            where row.UserId == user && row.Date == last && row.TimeRange == SpotifyRange.MediumTerm
            orderby row.Rank
            select track.Name + " · " + track.AlbumName).ToListAsync(Cancel);
        var counted =
            from play in library.Plays().Select(play => (play.Track, play.MsPlayed, Day: DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(play.PlayedAt, library.Options.TimeZone).DateTime)))
            where play.MsPlayed >= 30_000 && play.Day >= last.AddDays(-182) && play.Day < last
            group play by play.Track into track
            orderby track.Count() descending, track.Key
            select $"{library.Tracks[track.Key].Name} · {library.Albums[library.Tracks[track.Key].Album].Name}";
        Assert.Equal(counted.Take(50), told);
    }

    /// <summary>Somebody plays, of all things, a track of the demo's.</summary>
    private async Task<Guid> ListenToTheDemoAsync()
    {
        var neighbour = await database.AddUserAsync();
        await database.ExecuteAsync(
            $"""
             insert into user_tracks (user_id, track_id, plays, ms_played) select '{neighbour.Id}', min(id), 1, 60000 from tracks;
             insert into plays (user_id, track_id, played_at, ms_played, source, precision)
             select user_id, track_id, '2026-01-01T10:00:00Z', 60000, 1, 1 from user_tracks where user_id = '{neighbour.Id}';
             """);
        return neighbour.Id;
    }

    private Task<string> RowsAsync(Guid user) => database.ScalarAsync<string>(
        $"""
         select string_agg(concat(p, u, t, c, l, a), '') from plays p
         join user_tracks u on u.user_id = p.user_id and u.track_id = p.track_id join tracks t on t.id = p.track_id
         join track_artists c on c.track_id = t.id join albums l on l.id = t.album_id join artists a on a.id = t.artist_id
         where p.user_id = '{user}'
         """);
}
