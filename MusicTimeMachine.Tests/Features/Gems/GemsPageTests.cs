using Bunit;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Gems;
using MusicTimeMachine.Tests.Ui;
using GemsPage = MusicTimeMachine.Features.Gems.Pages.Gems;

namespace MusicTimeMachine.Tests.Features.Gems;

public sealed class GemsPageTests : PageTest, IClassFixture<GemHistories>
{
    private readonly GemHistories _histories;

    public GemsPageTests(GemHistories histories)
        : base(histories.Database)
    {
        _histories = histories;
        Services.AddGems();
    }

    private User Listener => _histories.Of("Europe/Zurich").User;

    [Fact]
    public void Gems_HiddenAndBroughtBack_GoAndCome()
    {
        var page = Open<GemsPage>(Listener, "/gems?lovedFromDays=170&lovedToDays=8&silentDays=2&minPlays=1");
        var gems = page.WaitForElements(".gems li", Patience).Count;
        Assert.Equal($"{gems} {(gems == 1 ? "gem" : "gems")}", page.Find("#found").TextContent);
        var name = page.Find(".gems .title").TextContent;
        Assert.Contains(" last heard on ", page.Find(".gems .reason").TextContent, StringComparison.Ordinal);

        page.Find(".gems button").Click();
        page.WaitForElement(".notice", Patience);
        Assert.Equal($"{name} does not come back here.", page.Find(".notice span").TextContent);
        page.WaitForAssertion(() => Assert.Equal(gems - 1, page.FindAll(".gems li").Count), Patience);
        Assert.Equal($"Bring back {name}", page.Find("details button").GetAttribute("aria-label"));

        page.Find("details button").Click();
        page.WaitForAssertion(() => Assert.Equal(gems, page.FindAll(".gems li").Count), Patience);
        Assert.Empty(page.FindAll(".notice, details"));
    }

    [Fact]
    public void Sliders_WhileMoved_SayWhatTheyWillAskAndThenAskIt()
    {
        var page = Open<GemsPage>(Listener, "/gems");
        page.WaitForElement("#plays", Patience);
        Assert.Equal(["365 days ago", "90 days ago", "30 days", "5 times"], page.FindAll("output").Select(output => output.TextContent));

        page.Find("#loved-to").Input("400");
        page.WaitForAssertion(() => Assert.Equal(["401 days ago", "400 days ago", "30 days", "5 times"], page.FindAll("output").Select(output => output.TextContent)), Patience);
        WaitForAddress(page, "/gems");
        page.Find("#loved-to").Change("400");

        WaitForAddress(page, "/gems?lovedFromDays=401&lovedToDays=400");
        page.WaitForAssertion(() => Assert.Equal("401", page.Find("#loved-from").GetAttribute("value")), Patience);
        page.Find("#loved-from").Change("300");
        WaitForAddress(page, "/gems?lovedFromDays=300&lovedToDays=299");
    }

    [Fact]
    public void Gems_OfNone_SayWhyAndWhatToDo()
    {
        var page = Open<GemsPage>(Listener, "/gems?minPlays=999999999999999&lovedFromDays=x&silentDays=-3&limit=%00");

        Assert.Equal("Nothing forgotten", page.WaitForElement(".empty h2", Patience).TextContent);
        Assert.Contains("between 365 days and 90 days ago has been silent for 1 day.", page.Find(".empty p").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("minPlays=1&silentDays=1", page.Find(".empty a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gems_InTheDemo_CannotBeHidden()
    {
        await _histories.Database.ExecuteAsync($"update users set demo = true where id = '{_histories.Of("America/New_York").User.Id}'");

        var page = Open<GemsPage>(_histories.Of("America/New_York").User, "/gems?lovedFromDays=170&lovedToDays=8&silentDays=2&minPlays=1");

        page.WaitForElement(".gems li", Patience);
        Assert.Empty(page.FindAll(".gems button"));
    }

    [Fact]
    public async Task Gems_EmptyHistory_LeadToTheImports()
    {
        var page = Open<GemsPage>(await _histories.Database.AddUserAsync(), "/gems");

        Assert.Equal("/imports", page.WaitForElement(".empty a", Patience).GetAttribute("href"));
    }

    [Fact]
    public void Gems_DatabaseRefuses_SayItAndTryAgain()
    {
        Database.Refuses = true;
        var page = Open<GemsPage>(Listener, "/gems");
        Assert.Equal(DatabaseOutage.Sentence, page.WaitForElement("[role=alert] p", Patience).TextContent);

        Database.Refuses = false;
        page.Find("[role=alert] button").Click();

        page.WaitForElement(".sliders", Patience);
    }
}
