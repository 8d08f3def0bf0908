using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>What counts, on which day: the cases that other programs got wrong.</summary>
public sealed class CountingTests(ImportFixture importing) : IClassFixture<ImportFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoShortTracks_WithinAMinute_AreTwoPlays()
    {
        var userId = await importing.AddUserAsync();
        var first = At("2024-03-04 20:00:10") with { MsPlayed = 31_000, Track = "One", TrackUri = Uri(1) };
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_1", first, first with { Ts = first.Ts.AddSeconds(31), Track = "Two", TrackUri = Uri(2) }));

        Assert.Equal("2024-03-04 20 2", await HoursAsync(userId));
    }

    [Fact]
    public async Task TwoPlays_InTheSameSecond_AreTwoForOneAndOneEachForTwoPeople()
    {
        var (one, two) = (await importing.AddUserAsync(), await importing.AddUserAsync());
        var first = At("2024-03-04 20:00:10") with { Track = "One", TrackUri = Uri(1) };
        await importing.ImportAsync(one, new SpotifyExportBuilder().Audio("2024_1", first, first with { Track = "Two", TrackUri = Uri(2) }));
        await importing.ImportAsync(two, new SpotifyExportBuilder().Audio("2024_1", first));

        Assert.Equal(("2024-03-04 20 2", "2024-03-04 20 1"), (await HoursAsync(one), await HoursAsync(two)));
    }

    [Theory]
    // The night between the years, and ISO week 1 of 2025, which begins on 30 December 2024.
    [InlineData("Europe/Zurich", "2024-12-31 22:59:59|2024-12-31 23:00:00|2024-12-29 22:59:59|2024-12-29 23:00:00", "2024-12-29 23 1, 2024-12-30 0 1, 2024-12-31 23 1, 2025-01-01 0 1", "2024-W52 1, 2025-W01 3")]
    [InlineData("UTC", "2020-12-31 23:59:59|2021-01-03 23:59:59|2021-01-04 00:00:00", "2020-12-31 23 1, 2021-01-03 23 1, 2021-01-04 0 1", "2020-W53 2, 2021-W01 1")]
    // Half an hour off, under the name that browsers send.
    [InlineData("Asia/Calcutta", "2024-03-31 18:29:59|2024-03-31 18:30:00", "2024-03-31 23 1, 2024-04-01 0 1", "2024-W13 1, 2024-W14 1")]
    // No summer time until 2006, since then some.
    [InlineData("America/Indianapolis", "2005-07-01 04:59:59|2005-07-01 05:00:00|2015-07-01 03:59:59|2015-07-01 04:00:00", "2005-06-30 23 1, 2005-07-01 0 1, 2015-06-30 23 1, 2015-07-01 0 1", "2005-W26 2, 2015-W27 2")]
    // A day of 23 hours: 2 o'clock is missing. One of 25: 2 o'clock comes twice.
    [InlineData("Europe/Zurich", "2024-03-31 00:30:00|2024-03-31 01:30:00", "2024-03-31 1 1, 2024-03-31 3 1", "2024-W13 2")]
    [InlineData("Europe/Zurich", "2024-10-26 23:30:00|2024-10-27 00:30:00|2024-10-27 01:30:00|2024-10-27 02:30:00", "2024-10-27 1 1, 2024-10-27 2 2, 2024-10-27 3 1", "2024-W43 4")]
    public async Task Plays_InTheirOwnZone_FallOnTheirOwnDay(string zone, string times, string hours, string weeks)
    {
        var accounts = new AccountsFixture(importing.Database);
        var made = await accounts.Registration.AddAsync(AccountsFixture.Wanted("zone" + Guid.NewGuid().ToString("N")[..8]), UserRole.Member, Stop);
        var userId = made.UserId!.Value;
        var plays = times.Split('|').Select((time, i) => At(time) with { Track = $"T{i}", TrackUri = Uri(i) }).ToList();
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_1", plays));

        Assert.Empty(await accounts.Profile.SaveAsync(userId, new ProfileForm { DisplayName = "Somebody", TimeZone = zone, CountedFromSeconds = 30 }, Stop));

        Assert.Equal(hours, await HoursAsync(userId));
        Assert.Equal(weeks, await importing.Database.ScalarAsync<string>(
            $"select string_agg(week || ' ' || plays, ', ' order by week) from (select to_char(month + hour / 24, 'IYYY-\"W\"IW') as week, count(*) as plays from listening_months, unnest(hours) as hour where user_id = '{userId}' group by 1) w"));
        await importing.Database.AssertTotalsAsync(userId);

        // The same when they come in after the zone was chosen.
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_2", plays.Select(play => play with { Ts = play.Ts.AddYears(-1) })));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Threshold_Changed_IsAppliedToWhatIsStored()
    {
        var accounts = new AccountsFixture(importing.Database);
        var userId = await accounts.AddAsync("threshold");
        int?[] lengths = [0, 9_999, 10_000, 29_999, 30_000, 60_000, null, 15 * 60 * 60 * 1000];
        await importing.ImportAsync(userId, new SpotifyExportBuilder().Audio("2024_1", lengths.Select((ms, i) => At($"2024-03-04 20:{i:00}:10") with { MsPlayed = ms, TrackUri = Uri(i), Track = $"T{i}" })));

        foreach (var (seconds, plays, ms) in ((int, int, long)[])[(30, 4, 90_000), (10, 6, 129_999), (0, 8, 139_998), (600, 2, 0), (30, 4, 90_000)])
        {
            Assert.Empty(await accounts.Profile.SaveAsync(userId, new ProfileForm { DisplayName = "Threshold", TimeZone = "Europe/Zurich", CountedFromSeconds = seconds }, Stop));

            await using var context = importing.Database.CreateDbContext();
            Assert.Equal((plays, ms + Rollups.LongestMs), (await context.UserTracks.Where(own => own.UserId == userId).SumAsync(own => own.Plays, Stop), await context.UserTracks.Where(own => own.UserId == userId).SumAsync(own => own.MsPlayed, Stop)));
            await importing.Database.AssertTotalsAsync(userId);
        }
    }

    [Fact]
    public async Task Totals_OfTwoZones_AreTheSumsOfThePlays()
    {
        var export = new SpotifyExportBuilder().Audio("2015-2025_1", InventedListening.Rows(4_000, seed: 6, tracks: 300));
        foreach (var zone in (string[])["America/St_Johns", "Pacific/Chatham"])
        {
            var userId = await importing.AddUserAsync(zone);
            await importing.ImportAsync(userId, export);
            await importing.Database.AssertTotalsAsync(userId);
        }
    }

    private static ExtendedRow At(string utc) => new(DateTimeOffset.ParseExact(utc, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    private static string Uri(int number) => $"spotify:track:{number:0000000000000000000000}";

    private Task<string> HoursAsync(Guid userId) => importing.Database.HoursAsync(userId);
}
