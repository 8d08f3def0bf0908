using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class TimeZonesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Winter = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Summer = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Zurich", "Europe/Zurich")]
    [InlineData(" europe/zurich ", "Europe/Zurich")]
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("America/Indianapolis", "America/Indiana/Indianapolis")]
    [InlineData("America/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("Asia/Saigon", "Asia/Ho_Chi_Minh")]
    [InlineData("Asia/Katmandu", "Asia/Kathmandu")]
    [InlineData("Europe/Kiev", "Europe/Kyiv")]
    [InlineData("America/Godthab", "America/Nuuk")]
    [InlineData("US/Pacific", "America/Los_Angeles")]
    [InlineData("GB", "Europe/London")]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("GMT", "UTC")]
    [InlineData("Etc/GMT-2", "Etc/GMT-2")]
    public async Task Current_KnownName_IsTodaysName(string given, string current)
    {
        await using var context = database.CreateDbContext();

        Assert.Equal(current, TimeZones.Current(given));
        Assert.Equal(current, await TimeZones.CurrentAsync(context, given, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Europe/Atlantis")]
    [InlineData("localtime")]
    [InlineData("posixrules")]
    [InlineData("posix/Europe/Zurich")]
    [InlineData("right/Europe/Zurich")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("Europe/Zurich'; drop table users")]
    [InlineData("UTC+2")]
    public async Task Current_AnythingElse_IsNone(string? given)
    {
        await using var context = database.CreateDbContext();

        Assert.Null(TimeZones.Current(given));
        Assert.Null(await TimeZones.CurrentAsync(context, given, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Links_EveryTarget_IsNoOldNameItself() =>
        Assert.Empty(TimeZoneLinks.Current.Values.Where(TimeZoneLinks.Current.ContainsKey));

    [Fact]
    public async Task List_EveryZone_IsKnownToTheDatabaseByTheSameName()
    {
        await using var context = database.CreateDbContext();
        var ids = TimeZones.List(Winter).Select(zone => zone.Id).ToList();

        foreach (var id in ids) Assert.Equal(id, TimeZones.Current(id));
        Assert.Equal(ids.Count, await database.ScalarAsync<long>($"select count(*) from pg_timezone_names where name in ({string.Join(',', ids.Select(id => $"'{id}'"))})"));
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void List_ZoneWithSummerTime_ShowsTheOffsetOfTheDay()
    {
        Assert.Equal(new TimeZoneChoice("Europe/Zurich", TimeSpan.FromHours(1)), TimeZones.List(Winter).Single(zone => zone.Id == "Europe/Zurich"));
        Assert.Equal(new TimeZoneChoice("Europe/Zurich", TimeSpan.FromHours(2)), TimeZones.List(Summer).Single(zone => zone.Id == "Europe/Zurich"));
    }

    [Theory]
    [InlineData("America/New_York", -5, "America", "New York (UTC−05:00)")]
    [InlineData("America/Indiana/Knox", -6, "America", "Indiana/Knox (UTC−06:00)")]
    [InlineData("UTC", 0, "Other", "UTC")]
    public void Choice_Zone_SaysPlaceAndOffset(string id, int hours, string region, string label)
    {
        var choice = new TimeZoneChoice(id, TimeSpan.FromHours(hours));

        Assert.Equal((region, label), (choice.Region, choice.Label));
    }

    [Fact]
    public void Find_ZoneThatIsGone_IsUtc()
    {
        Assert.Equal(TimeZoneInfo.Utc, TimeZones.Find("Europe/Atlantis"));
        Assert.Equal("Asia/Kolkata", TimeZones.Find("Asia/Calcutta").Id);
    }
}
