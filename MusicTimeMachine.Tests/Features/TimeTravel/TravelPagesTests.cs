using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Evolution;
using MusicTimeMachine.Features.Evolution.Pages;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.TimeTravel;
using MusicTimeMachine.Features.TimeTravel.Pages;
using MusicTimeMachine.Tests.Features.Home;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Ui;

namespace MusicTimeMachine.Tests.Features.TimeTravel;

/// <summary>The states of the pages that travel: loading, failed, empty, silent, and with music.</summary>
public sealed class TravelPagesTests : UiTest, IClassFixture<TravelHistories>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Histories _histories;
    private readonly UnsteadyDatabase _database;

    public TravelPagesTests(TravelHistories travel)
    {
        (_histories, _database) = (travel.Histories, new UnsteadyDatabase(travel.Histories.Database));
        Services.AddSingleton<IDbContextFactory<MusicContext>>(_database);
        Services.AddSingleton(new AccountSettings());
        Services.AddSingleton<Sessions>();
        Services.AddScoped<CurrentListener>();
        Services.AddListening();
        Services.AddHome();
        Services.AddTimeTravel();
        Services.AddEvolution();
        Services.AddSingleton<Database>();
        Services.AddSingleton<LiveUpdates>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void TimeMachine_WhileTheDatabaseTakesItsTime_ShowsOutlinesAndThenTheNumbers()
    {
        var open = new TaskCompletionSource();
        _database.Open = open.Task;
        SignIn(_histories.Of("Europe/Zurich").User, "/time-machine?year=2026&month=1");
        var page = Render<TimeMachine>();
        Assert.NotEmpty(page.FindAll("[role=status]"));

        open.SetResult();

        page.WaitForElements("dl .tile", Patience);
        var history = _histories.Of("Europe/Zurich");
        Assert.Equal("Back in January 2026", page.Find("h1").TextContent);
        Assert.Equal($"{history.CountedIn(new(new(2026, 1, 1), new(2026, 2, 1))).Count():N0}", Texts(page, "dl .tile .value")[0]);
        Assert.Equal(["December 2025", "February 2026", "On this day"], Texts(page, ".steps .button"));
        Assert.Equal(["2025", "2026"], Texts(page, ".years a"));
        Assert.Equal(["Tracks", "Artists", "Albums", "Genres", "New tracks", "New artists"], Texts(page, ".panel h2").Skip(1));
        Assert.Equal(["January 2026", "January 2026"], page.FindAll("input[type=range]").Select(handle => handle.GetAttribute("aria-valuetext")));
        Assert.Matches(@"^audio features for \d+ % of plays$", Texts(page, "#sound + .aside")[0]);
    }

    [Theory]
    [InlineData("/time-machine?year=99999&month=13")]
    [InlineData("/time-machine?from=%00&to=banana")]
    [InlineData("/time-machine?from=9999-12-31&to=0001-01-01")]
    [InlineData("/time-machine?day=8")]
    public void TimeMachine_Nonsense_ShowsSomethingAndSaysWhy(string address)
    {
        SignIn(_histories.Of("Europe/Zurich").User, address);

        var page = Render<TimeMachine>();

        page.WaitForElement(".notice", Patience);
        Assert.Matches("Here is .+\\.$", Texts(page, ".notice")[0]);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public void TimeMachine_OnADayOfSilence_SaysFromWhenToWhenThereIsMusic()
    {
        var history = _histories.Of("Europe/Zurich");
        var first = history.Shown.Min(history.Day);
        SignIn(history.User, $"/time-machine?year={first.Year}&month={first.Month}&day=1");

        var page = Render<TimeMachine>();

        Assert.Equal("Silence", page.WaitForElement(".empty h2", Patience).TextContent);
        Assert.NotEmpty(page.FindAll(".slider"));
    }

    [Fact]
    public async Task Pages_OfAnEmptyHistory_LeadToTheImports()
    {
        var nobody = await _histories.Database.AddUserAsync();
        SignIn(nobody, "/");

        foreach (var page in (IRenderedComponent<IComponent>[])[Render<TimeMachine>(), Render<OnThisDay>(), Render<EvolutionPage>()])
            Assert.Equal("/imports", page.WaitForElement(".empty a", Patience).GetAttribute("href"));
    }

    [Fact]
    public void Pages_DatabaseRefuses_SaySoAndTryAgain()
    {
        _database.Refuses = true;
        SignIn(_histories.Of("America/New_York").User, "/");
        foreach (var page in (IRenderedComponent<IComponent>[])[Render<TimeMachine>(), Render<OnThisDay>(), Render<EvolutionPage>()])
        {
            _database.Refuses = true;
            Assert.Equal(DatabaseOutage.Sentence, page.WaitForElement("[role=alert] p", Patience).TextContent);

            _database.Refuses = false;
            page.Find("[role=alert] button").Click();

            page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=alert], .loading")), Patience);
            Assert.NotEmpty(page.FindAll(".loaded"));
        }
    }

    [Fact]
    public void OnThisDay_OfADate_NamesEachYearAndLeadsToIt()
    {
        var history = _histories.Of("Europe/Zurich");
        SignIn(history.User, "/on-this-day?date=2001-12-31");

        var page = Render<OnThisDay>();

        Assert.Equal("2025", page.WaitForElement(".panel h2", Patience).TextContent);
        Assert.Equal("/time-machine?year=2025&month=12&day=31", page.Find(".panel h2 a").GetAttribute("href"));
        Assert.Equal("On 31 December", page.Find("h1").TextContent);
        Assert.Equal(["30 December", "1 January"], Texts(page, ".steps a"));
    }

    [Theory]
    [InlineData("02-29", "Silence", "It comes in leap years only.")]
    [InlineData("13-13", "On 10 March", "The address names no day of the calendar")]
    public void OnThisDay_ADayThatIsRareOrNone_SaysSo(string date, string heading, string sentence)
    {
        SignIn(_histories.Of("Europe/Zurich").User, $"/on-this-day?date={date}");

        var page = Render<OnThisDay>();

        page.WaitForElement(".loaded", Patience);
        Assert.Contains(heading, Texts(page, "h1, h2"));
        Assert.Contains(sentence, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Evolution_OfAHistory_HasAChartAndATableForEachQuestion()
    {
        SignIn(_histories.Of("Europe/Zurich").User, "/evolution?period=custom&from=x&through=y");

        var page = Render<EvolutionPage>();

        page.WaitForElements(".months-chart", Patience);
        Assert.Equal(
            ["Genres", "How wide you listened", "How much you listened", "How much was new", "How varied it was", "How it sounded", "How fast it was"],
            Texts(page, ".panel h2"));
        Assert.Equal(7, page.FindAll(".months-chart [role=img]").Count);
        Assert.Equal(7, page.FindAll(".months-chart table").Count);
        Assert.All(page.FindAll(".months-chart th a"), link => Assert.StartsWith("/time-machine?year=", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    private void SignIn(User user, string address)
    {
        this.AddAuthorization().SetAuthorized(user.Name).SetClaims(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
    }
}
