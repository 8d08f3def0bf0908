using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>What is stored of a person, read back for comparison.</summary>
internal static class Library
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A report of a play with its song, which stays the same whichever of the song's tracks it was found as.</summary>
    public sealed record Report(PlaySource Source, DateTimeOffset PlayedAt, PlayPrecision Precision, int? MsPlayed, string Artist, string Title, bool Shown);

    /// <summary>All reports, hidden ones included, in a fixed order.</summary>
    public static async Task<List<Report>> ReportsAsync(this TestDatabase database, Guid userId)
    {
        await using var context = database.CreateDbContext();
        var reports = await (
            from play in context.Plays
            join track in context.Tracks on play.TrackId equals track.Id
            where play.UserId == userId
            select new Report(play.Source, play.PlayedAt, play.Precision, play.MsPlayed, track.DisplayArtist, track.Name, play.DuplicateOf == null && play.RemovedBy == null)).ToListAsync(Stop);
        return [.. reports.OrderBy(r => r.PlayedAt).ThenBy(r => r.Source).ThenBy(r => r.Artist, StringComparer.Ordinal).ThenBy(r => r.Title, StringComparer.Ordinal).ThenBy(r => r.MsPlayed)];
    }

    /// <summary>Reports as lines that can be compared, in a fixed order.</summary>
    public static List<string> Lines(IEnumerable<Report> reports) =>
        [.. reports.Select(report => $"{report.PlayedAt:MM-dd HH:mm:ss.fff} {report.Source} {report.Title} {report.MsPlayed} {(report.Shown ? "shown" : "hidden")}").Order(StringComparer.Ordinal)];

    /// <summary>The plays that are shown, as "artist – title, ms, time to the second".</summary>
    public static async Task<List<string>> ShownAsync(this TestDatabase database, Guid userId) =>
        [.. (await database.ReportsAsync(userId)).Where(report => report.Shown).Select(report => $"{report.Title} {report.MsPlayed} {report.PlayedAt:yyyy-MM-dd HH:mm:ss}")];

    /// <summary>Holds every total that is kept against one that is computed here, from the reports alone.</summary>
    public static async Task AssertTotalsAsync(this TestDatabase database, Guid userId)
    {
        await using var context = database.CreateDbContext();
        var user = await context.Users.SingleAsync(u => u.Id == userId, Stop);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(user.TimeZone);
        var plays = await (
            from play in context.Plays
            join track in context.Tracks on play.TrackId equals track.Id
            where play.UserId == userId
            select new { play.TrackId, play.PlayedAt, play.MsPlayed, Shown = play.DuplicateOf == null && play.RemovedBy == null, play.Hidden }).ToListAsync(Stop);
        var counted = plays.Where(play => play.Shown && !play.Hidden && (play.MsPlayed is null || play.MsPlayed >= user.CountedFromMs))
            .Select(play => new { Play = play, Ms = (long)Math.Min(play.MsPlayed ?? 0, Rollups.LongestMs), Local = TimeZoneInfo.ConvertTime(play.PlayedAt, zone).DateTime })
            .ToList();
        var byTrack = counted.ToLookup(each => each.Play.TrackId);
        var byMonth = counted.ToLookup(each => new DateOnly(each.Local.Year, each.Local.Month, 1));

        Assert.Equal(
            plays.GroupBy(play => play.TrackId).OrderBy(own => own.Key).Select(own =>
            {
                var heard = byTrack[own.Key].ToList();
                return (own.Key, heard.Count, heard.Sum(each => each.Ms), heard.Min(each => (DateTimeOffset?)each.Play.PlayedAt), heard.Max(each => (DateTimeOffset?)each.Play.PlayedAt));
            }),
            (await context.UserTracks.Where(own => own.UserId == userId).OrderBy(own => own.TrackId).ToListAsync(Stop))
                .Select(own => (own.TrackId, own.Plays, own.MsPlayed, own.FirstPlayedAt, own.LastPlayedAt)));

        var shown = plays.Where(play => play.Shown).Select(play => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(play.PlayedAt, zone).DateTime)).ToList();
        Assert.Equal(
            shown.GroupBy(day => new DateOnly(day.Year, day.Month, 1)).OrderBy(month => month.Key).Select(month =>
            {
                var heard = byMonth[month.Key].ToList();
                var days = month.GroupBy(day => day.Day).OrderBy(day => day.Key).ToList();
                return $"{month.Key:yyyy-MM}: {heard.Count} plays, {heard.Sum(each => each.Ms)} ms; {string.Join(' ', days.Select(day => $"{day.Key}×{day.Count()}"))}; "
                    + string.Join(' ', heard.Select(each => (each.Play.TrackId, (each.Local.Day - 1) * 24 + each.Local.Hour, each.Ms)).Order());
            }),
            (await context.ListeningMonths.Where(month => month.UserId == userId).OrderBy(month => month.Month).ToListAsync(Stop)).Select(month =>
                $"{month.Month:yyyy-MM}: {month.Plays} plays, {month.MsPlayed} ms; {string.Join(' ', month.ShownDays.Zip(month.ShownPlays, (day, times) => $"{day}×{times}"))}; "
                    + string.Join(' ', month.TrackIds.Select((track, i) => (track, (int)month.Hours[i], (long)month.Ms[i])).Order())));
    }

    /// <summary>The counted plays by day, hour and number, as the totals have them: "2024-03-04 20 2, …".</summary>
    public static Task<string> HoursAsync(this TestDatabase database, Guid userId) => database.ScalarAsync<string>(
        $"""
         select string_agg(concat_ws(' ', day, hour, plays), ', ' order by day, hour)
         from (
             select month + hour / 24 as day, hour % 24 as hour, count(*) as plays
             from listening_months, unnest(hours) as hour where user_id = '{userId}' group by 1, 2) h
         """);
}
