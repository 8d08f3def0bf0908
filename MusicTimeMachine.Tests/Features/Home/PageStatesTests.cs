using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Pages;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Ui;
using HomePage = MusicTimeMachine.Features.Home.Pages.Home;

namespace MusicTimeMachine.Tests.Features.Home;

public sealed class PageStatesTests : UiTest, IClassFixture<Histories>
{
    private readonly Histories _histories;
    private readonly UnsteadyDatabase _database;

    public PageStatesTests(Histories histories)
    {
        (_histories, _database) = (histories, new UnsteadyDatabase(histories.Database));
        Services.AddSingleton<IDbContextFactory<MusicContext>>(_database);
        Services.AddSingleton(new DemoSettings());
        Services.AddSingleton<DemoWriter>();
        Services.AddSingleton<DemoAccount>();
        Services.AddSingleton(new AccountSettings());
        Services.AddSingleton<Sessions>();
        Services.AddScoped<CurrentListener>();
        Services.AddListening();
        Services.AddHome();
        Services.AddSingleton<Database>();
        Services.AddSingleton<LiveUpdates>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Home_WhileTheDatabaseTakesItsTime_ShowsOutlinesAndThenTheNumbers()
    {
        var open = new TaskCompletionSource();
        _database.Open = open.Task;
        SignIn(_histories.Of("Europe/Zurich").User);
        var page = Render<HomePage>();
        Assert.Equal("Loading", page.Find("[role=status] .visually-hidden").TextContent);
        Assert.Empty(page.FindAll(".tile"));

        open.SetResult();

        page.WaitForElements(".tile", TimeSpan.FromSeconds(20));
        var history = _histories.Of("Europe/Zurich");
        var last = history.Shown.Max(history.Day);
        var plays = history.CountedIn(new DayRange(last.AddDays(1).AddYears(-1), last.AddDays(1))).Count();
        Assert.Equal($"{plays:N0}", Texts(page, ".tile .value")[0]);
        Assert.Equal("Your year in music", page.Find("h1").TextContent);
        Assert.Contains("A play counts when it lasted 30 seconds or longer, or when its length is unknown.", Texts(page, ".counting")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Home_DatabaseRefuses_SaysSoAndTriesAgain()
    {
        _database.Refuses = true;
        SignIn(_histories.Of("Europe/Zurich").User);
        var page = Render<HomePage>();
        Assert.Equal(DatabaseOutage.Sentence, page.WaitForElement("[role=alert] p").TextContent);

        _database.Refuses = false;
        page.Find("[role=alert] button").Click();

        page.WaitForElements(".tile", TimeSpan.FromSeconds(20));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Home_EmptyHistory_TellsHowToBegin()
    {
        SignIn(await _histories.Database.AddUserAsync());
        var page = Render<HomePage>();

        page.WaitForElement(".hello", TimeSpan.FromSeconds(20));
        Assert.StartsWith("Welcome, user", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.FindAll(".steps li").Count);
        Assert.Contains("/imports", page.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void Home_PeriodWithoutPlays_SaysFromWhenToWhenThereIsMusic()
    {
        SignIn(_histories.Of("Europe/Zurich").User);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?period=2019");
        var page = Render<HomePage>();

        Assert.Equal("Silence", page.WaitForElement(".empty h2", TimeSpan.FromSeconds(20)).TextContent);
        Assert.Equal("/?period=all", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task History_EmptyHistory_LeadsToTheImports()
    {
        SignIn(await _histories.Database.AddUserAsync());
        var page = Render<History>();

        Assert.Equal("No plays yet", page.WaitForElement(".empty h2", TimeSpan.FromSeconds(20)).TextContent);
        Assert.Equal(["/imports", "/"], page.FindAll(".empty a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void History_DatabaseRefuses_SaysSoAndTriesAgain()
    {
        _database.Refuses = true;
        SignIn(_histories.Of("Europe/Zurich").User);
        var page = Render<History>();
        Assert.Equal(DatabaseOutage.Sentence, page.WaitForElement("[role=alert] p").TextContent);

        _database.Refuses = false;
        page.Find("[role=alert] button").Click();

        var months = _histories.Of("Europe/Zurich").Shown.Select(_histories.Of("Europe/Zurich").Day).Select(day => (day.Year, day.Month)).Distinct().Count();
        page.WaitForAssertion(() => Assert.Equal(months, page.FindAll("#jump-month option").Count), TimeSpan.FromSeconds(20));
    }

    private void SignIn(User user)
    {
        this.AddAuthorization().SetAuthorized(user.Name).SetClaims(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }
}
