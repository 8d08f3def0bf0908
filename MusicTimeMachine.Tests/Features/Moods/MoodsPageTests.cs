using Bunit;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Moods;
using MusicTimeMachine.Tests.Features.Home;
using MusicTimeMachine.Tests.Ui;
using MusicTimeMachine.Ui.Text;
using MoodsPage = MusicTimeMachine.Features.Moods.Pages.Moods;

namespace MusicTimeMachine.Tests.Features.Moods;

public sealed class MoodsPageTests : PageTest, IClassFixture<MoodQueryTests.Fixture>
{
    private readonly MoodQueryTests.Fixture _histories;

    public MoodsPageTests(MoodQueryTests.Fixture histories)
        : base(histories.Database)
    {
        _histories = histories;
        Services.AddMoods();
    }

    private User Listener => _histories.Of("Europe/Zurich").User;

    [Fact]
    public void Moods_OnceLoaded_ShowTheirFiguresAndHowMuchTheyRestOn()
    {
        var open = new TaskCompletionSource();
        Database.Open = open.Task;
        var page = Open<MoodsPage>(Listener, "/moods?period=all");
        Assert.Equal("Loading", page.Find("[role=status] .visually-hidden").TextContent);

        open.SetResult();

        page.WaitForElement(".mood-map", Patience);
        var history = _histories.Of("Europe/Zurich");
        var songs = PlainMoods.Songs(history, Histories.Range("2000-01-01", "2100-01-01"));
        var plays = songs.Sum(song => song.Plays);
        Assert.Contains($"audio features for {100 * plays / history.Counted.Count} % of plays", page.Find(".page-header p").TextContent, StringComparison.Ordinal);
        var happy = songs.Where(song => song is { Energy: > 0.5f, Valence: > 0.5f }).ToList();
        var card = page.FindAll(".quadrants li").Single(card => card.QuerySelector("h3")!.TextContent == "Happy & Energetic");
        Assert.Equal($"{Format.Count(happy.Count, "track")}, {Format.Count(happy.Sum(song => song.Plays), "play")}", card.QuerySelector("p.muted")!.TextContent);
        Assert.Equal(songs.Count, page.FindAll(".point").Count);
        Assert.Single(page.FindAll(".point[tabindex='0']"));
        Assert.Contains($"of {PlainMoods.Without(history, Histories.Range("2000-01-01", "2100-01-01")).Tracks} track", Texts(page, ".counting")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Moods_OfAnAddress_ShowItsMonthItsSplitAndItsRegion()
    {
        var page = Open<MoodsPage>(Listener, "/moods?period=all&month=2025-11&split=medians&valence=0.3..1&energy=0..0.8&page=999999999999");

        page.WaitForElement(".songs", Patience);
        Assert.Equal("November 2025", page.Find("#map").TextContent);
        Assert.Equal("My medians", page.Find(".split [aria-current]").TextContent);
        var songs = PlainMoods.Songs(_histories.Of("Europe/Zurich"), Histories.Range("2025-11-01", "2025-12-01")).Count(song => song is { Valence: >= 0.3f, Energy: <= 0.8f });
        Assert.Equal($"{songs} tracks in this region", page.Find("#region").TextContent);
        Assert.Equal(Math.Min(30, songs), page.FindAll(".songs li").Count);
        Assert.Equal(["0.3", "1", "0", "0.8"], page.FindAll(".bounds input").Select(input => input.GetAttribute("value")));
    }

    [Theory]
    [InlineData("/moods?period=%00&month=abc&split=x&valence=1&energy=..&page=-5")]
    [InlineData("/moods?period=custom&from=0001-01-01&through=9998-12-31&month=9999-12")]
    [InlineData("/moods?period=custom&from=a&through=9999-99-99&month=2025-13&valence=NaN..Infinity")]
    public void Moods_AddressWithoutSense_IsAnsweredAllTheSame(string address)
    {
        var page = Open<MoodsPage>(Listener, address);

        page.WaitForElement(".mood-map", Patience);
        Assert.Empty(page.FindAll(".songs"));
    }

    [Fact]
    public void Region_OfTheFourFields_BecomesTheAddress()
    {
        var page = Open<MoodsPage>(Listener, "/moods?period=all");
        page.WaitForElement("#valence-from", Patience).Change("0.25");
        page.Find("#energy-to").Change("0.5");
        page.Find("form:has(.bounds)").Submit();

        WaitForAddress(page, "/moods?period=all&valence=0.25..1&energy=0..0.5");
        page.WaitForElement(".region", Patience);

        page.FindAll(".point")[0].Click();
        var most = PlainMoods.Ordered(PlainMoods.Songs(_histories.Of("Europe/Zurich"), Histories.Range("2000-01-01", "2100-01-01"))).First();
        var near = MoodRegion.Between(most.Valence - 0.06f, most.Energy - 0.06f, most.Valence + 0.06f, most.Energy + 0.06f);
        WaitForAddress(page, $"/moods?period=all&valence={near.Valence}&energy={near.Energy}");
    }

    [Fact]
    public void Months_BySliderAndSteps_BecomeTheAddress()
    {
        var page = Open<MoodsPage>(Listener, "/moods?period=all&month=2025-11");
        Assert.Equal("November 2025", page.WaitForElement(".player input", Patience).GetAttribute("aria-valuetext"));
        Assert.EndsWith("month=2025-10", page.Find("[aria-label='The month before']").GetAttribute("href"), StringComparison.Ordinal);

        page.Find(".player input").Input("0");
        page.WaitForAssertion(() => Assert.Equal("September 2025", page.Find(".now span").TextContent), Patience);
        page.Find(".player input").Change("0");

        WaitForAddress(page, "/moods?period=all&month=2025-09");
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("[aria-label='The month before']").GetAttribute("aria-disabled")), Patience);
    }

    [Fact]
    public void Moods_DaysWithoutPlays_SaySo()
    {
        var page = Open<MoodsPage>(Listener, "/moods?period=2019");

        Assert.Equal("Silence", page.WaitForElement(".empty h2", Patience).TextContent);
    }

    [Fact]
    public async Task Moods_EmptyHistory_LeadToTheImports()
    {
        var page = Open<MoodsPage>(await _histories.Database.AddUserAsync(), "/moods");

        Assert.Equal("/imports", page.WaitForElement(".empty a", Patience).GetAttribute("href"));
    }

    [Fact]
    public void Moods_DatabaseRefuses_SayItAndTryAgain()
    {
        Database.Refuses = true;
        var page = Open<MoodsPage>(Listener, "/moods?period=all");
        Assert.Equal(DatabaseOutage.Sentence, page.WaitForElement("[role=alert] p", Patience).TextContent);

        Database.Refuses = false;
        page.Find("[role=alert] button").Click();

        page.WaitForElement(".mood-map", Patience);
    }
}
