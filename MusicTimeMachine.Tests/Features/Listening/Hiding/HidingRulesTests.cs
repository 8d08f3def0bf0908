using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Hiding;
using MusicTimeMachine.Tests.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Listening.Hiding;

/// <summary>What a rule hides does not count, everywhere and at once, and counts again when the rule is gone.</summary>
public sealed class HidingRulesTests(ImportFixture importing) : IClassFixture<ImportFixture>
{
    private readonly HidingRules _rules = new(importing.Database, TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Rules
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var zone in (string[])["Europe/Zurich", "America/New_York"])
                foreach (var rule in (string[])["artist", "album", "song", "source", "night", "afternoon", "one hour"])
                    data.Add(zone, rule);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule_HidesWhatItSays_AndNothingElse(string zone, string rule)
    {
        var userId = await LibraryAsync(zone, 800);
        var before = await ReadAsync(userId);
        var favourite = before.GroupBy(play => play.Track.SongId).MaxBy(song => song.Count())!.First().Track;

        var (result, hides) = await HideAsync(userId, rule, favourite, TimeZoneInfo.FindSystemTimeZoneById(zone));

        var expected = before.Where(hides).Select(play => play.Id).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal((long)expected.Count, result.Plays);
        Assert.Equal(expected, (await ReadAsync(userId)).Where(play => play.Hidden).Select(play => play.Id));
        await importing.Database.AssertTotalsAsync(userId);

        // The same again is the same rule, and taking it back brings everything back.
        Assert.Equal(result with { Plays = 0 }, (await HideAsync(userId, rule, favourite, TimeZoneInfo.FindSystemTimeZoneById(zone))).Result);
        Assert.Equal(result, await _rules.RemoveAsync(userId, result.RuleId!.Value, Stop));
        Assert.DoesNotContain(await ReadAsync(userId), play => play.Hidden);
        await importing.Database.AssertTotalsAsync(userId);
        Assert.Equal(HidingResult.NotFound, await _rules.RemoveAsync(userId, result.RuleId.Value, Stop));
    }

    [Fact]
    public async Task TwoRules_ForOnePlay_HideItUntilBothAreGone()
    {
        var userId = await LibraryAsync("UTC", 300);
        var track = (await ReadAsync(userId))[0].Track;
        var artist = await _rules.HideArtistAsync(userId, track.ArtistId, Stop);
        var song = await _rules.HideTrackAsync(userId, track.Id, Stop);
        Assert.True(artist.Plays > 0);
        Assert.Equal(0, song.Plays);

        await _rules.RemoveAsync(userId, artist.RuleId!.Value, Stop);

        Assert.All(await ReadAsync(userId), play => Assert.Equal(play.Track.SongId == track.SongId, play.Hidden));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Import_AfterTheRule_IsHiddenToo()
    {
        var rows = InventedListening.Rows(600, seed: 31, tracks: 40).ToList();
        var (early, late) = (await importing.AddUserAsync("Asia/Tokyo"), await importing.AddUserAsync("Asia/Tokyo"));
        await importing.ImportAsync(early, new SpotifyExportBuilder().Audio("2015_1", rows.Take(300)));
        await importing.ImportAsync(late, new SpotifyExportBuilder().Audio("all", rows));
        var artistId = (await ReadAsync(early))[0].Track.ArtistId;

        foreach (var userId in (Guid[])[early, late])
        {
            await _rules.HideArtistAsync(userId, artistId, Stop);
            await _rules.HideHoursAsync(userId, 22, 7, Stop);
        }

        await importing.ImportAsync(early, new SpotifyExportBuilder().Audio("2015_2", rows.Skip(200)));

        Assert.Equal((await ReadAsync(late)).Select(play => (play.PlayedAt, play.Hidden)), (await ReadAsync(early)).Select(play => (play.PlayedAt, play.Hidden)));
        await importing.Database.AssertTotalsAsync(early);
        await importing.Database.AssertTotalsAsync(late);
    }

    [Fact]
    public async Task Hours_InAnotherTimeZone_AreOthers()
    {
        var userId = await LibraryAsync("Europe/Zurich", 400);
        await _rules.HideHoursAsync(userId, 23, 5, Stop);
        await using var context = importing.Database.CreateDbContext();
        await context.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(user => user.SetProperty(changed => changed.TimeZone, "Asia/Kolkata"), Stop);
        await using (var transaction = await context.Database.BeginTransactionAsync(Stop))
        {
            await Rollups.RebuildAsync(context, userId, Stop);
            await transaction.CommitAsync(Stop);
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");
        Assert.All(await ReadAsync(userId), play => Assert.Equal(TimeZoneInfo.ConvertTime(play.PlayedAt, zone).Hour is >= 23 or < 5, play.Hidden));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Rules_OfOnePerson_AreNobodyElses()
    {
        var (one, two) = (await LibraryAsync("UTC", 300), await LibraryAsync("UTC", 300));
        var track = (await ReadAsync(one))[0].Track;
        var rule = await _rules.HideArtistAsync(one, track.ArtistId, Stop);

        Assert.DoesNotContain(await ReadAsync(two), play => play.Hidden);
        Assert.Empty(await _rules.ListAsync(two, Stop));
        Assert.Equal(HidingResult.NotFound, await _rules.RemoveAsync(two, rule.RuleId!.Value, Stop));
        Assert.Single(await _rules.ListAsync(one, Stop));
    }

    [Fact]
    public async Task Something_ThatIsNotInTheLibrary_CannotBeHidden()
    {
        var (owner, other) = (await LibraryAsync("UTC", 200), await importing.AddUserAsync());
        var track = (await ReadAsync(owner))[0].Track;

        Assert.Equal(HidingResult.NotFound, await _rules.HideTrackAsync(other, track.Id, Stop));
        Assert.Equal(HidingResult.NotFound, await _rules.HideArtistAsync(other, track.ArtistId, Stop));
        Assert.Equal(HidingResult.NotFound, await _rules.HideAlbumAsync(other, track.AlbumId!.Value, Stop));
        Assert.Equal(HidingResult.NotFound, await _rules.HideTrackAsync(owner, long.MaxValue, Stop));
        Assert.Empty(await _rules.ListAsync(other, Stop));
    }

    [Fact]
    public async Task List_NamesWhatIsHidden_TheNewestFirst()
    {
        var userId = await LibraryAsync("UTC", 200);
        var track = (await ReadAsync(userId))[0].Track;
        await _rules.HideArtistAsync(userId, track.ArtistId, Stop);
        await _rules.HideAlbumAsync(userId, track.AlbumId!.Value, Stop);
        await _rules.HideTrackAsync(userId, track.Id, Stop);
        await _rules.HideSourceAsync(userId, PlaySource.LastFm, Stop);
        await _rules.HideHoursAsync(userId, 1, 6, Stop);
        await _rules.HideContextAsync(userId, "spotify:playlist:sleep", Stop);

        var rules = await _rules.ListAsync(userId, Stop);

        Assert.Equal(
            [
                (HidingKind.Context, "spotify:playlist:sleep", null, null, null, null),
                (HidingKind.Hours, null, null, null, (short)1, (short)6),
                (HidingKind.Source, null, null, PlaySource.LastFm, null, null),
                (HidingKind.Song, track.Name, track.DisplayArtist, null, null, null),
                (HidingKind.Album, track.AlbumName, track.DisplayArtist, null, null, null),
                (HidingKind.Artist, track.DisplayArtist, null, null, null, (short?)null),
            ],
            rules.Select(rule => (rule.Kind, rule.Name, rule.Artist, rule.Source, rule.FromHour, rule.ToHour)));
    }

    private async Task<Guid> LibraryAsync(string zone, int rows)
    {
        var userId = await importing.AddUserAsync(zone);
        await importing.ImportAsync(userId, new SpotifyExportBuilder()
            .Audio("2015-2025_1", InventedListening.Rows(rows, seed: 30, tracks: 60))
            .Account([new AccountRow(new DateTimeOffset(2015, 3, 1, 20, 0, 0, TimeSpan.Zero)) { Track = "Only here", Artist = "Account" }]));
        return userId;
    }

    private async Task<(HidingResult Result, Func<Heard, bool> Hides)> HideAsync(Guid userId, string rule, Track track, TimeZoneInfo zone)
    {
        int Hour(Heard play) => TimeZoneInfo.ConvertTime(play.PlayedAt, zone).Hour;
        return rule switch
        {
            "artist" => (await _rules.HideArtistAsync(userId, track.ArtistId, Stop), play => play.Track.ArtistId == track.ArtistId),
            "album" => (await _rules.HideAlbumAsync(userId, track.AlbumId!.Value, Stop), play => play.Track.AlbumId == track.AlbumId),
            "song" => (await _rules.HideTrackAsync(userId, track.Id, Stop), play => play.Track.SongId == track.SongId),
            "source" => (await _rules.HideSourceAsync(userId, PlaySource.SpotifyAccount, Stop), play => play.Source == PlaySource.SpotifyAccount),
            "night" => (await _rules.HideHoursAsync(userId, 23, 6, Stop), play => Hour(play) is >= 23 or < 6),
            "afternoon" => (await _rules.HideHoursAsync(userId, 12, 18, Stop), play => Hour(play) is >= 12 and < 18),
            _ => (await _rules.HideHoursAsync(userId, 0, 1, Stop), play => Hour(play) == 0),
        };
    }

    private async Task<List<Heard>> ReadAsync(Guid userId)
    {
        await using var context = importing.Database.CreateDbContext();
        return await (
            from play in context.Plays
            join track in context.Tracks on play.TrackId equals track.Id
            where play.UserId == userId
            orderby play.PlayedAt, play.Id
            select new Heard(play.Id, play.PlayedAt, play.Source, play.Hidden, track)).AsNoTracking().ToListAsync(Stop);
    }

    private sealed record Heard(long Id, DateTimeOffset PlayedAt, PlaySource Source, bool Hidden, Track Track);
}
