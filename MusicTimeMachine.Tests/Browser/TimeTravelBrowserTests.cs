using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.TimeTravel;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class TimeTravelBrowserTests(TestCluster cluster, TestBrowser browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TimeMachine_ByLinksKeysPointerAndAddress_LeadsThereAndBack()
    {
        await using var app = await TestApp.StartWithDemoAsync(cluster);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await OpenDemoAsync(window);
        var problems = page.Problems();
        var demo = await app.Services.GetRequiredService<DemoAccount>().EnsureAsync(Stop);
        var span = (await app.Services.GetRequiredService<PlaysQuery>().SpanAsync(demo, Stop))!;
        var year = Destination.OfYear(span.Last.Year - 2);

        await page.GotoAsync(year.Address());
        await page.InteractiveAsync();
        await Expect(Heading(page, $"Back in {year.Label}")).ToBeVisibleAsync();
        await page.ShowAsync("time-machine-year");

        // A month of it, one of its days, and back through both.
        await page.GetByRole(AriaRole.Group, new() { Name = $"Months of {year.Label}" }).GetByRole(AriaRole.Link, new() { Name = "Dec" }).ClickAsync();
        await Expect(Heading(page, $"Back in December {year.Label}")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync($"/time-machine?year={year.Label}&month=12");
        await page.GetByRole(AriaRole.Group, new() { Name = $"Days of December {year.Label}" }).GetByRole(AriaRole.Link, new() { Name = "24", Exact = true }).ClickAsync();
        await Expect(Heading(page, $"Back on 24 December {year.Label}")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(Heading(page, $"Back in December {year.Label}")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(Heading(page, $"Back in {year.Label}")).ToBeVisibleAsync();
        await page.GoForwardAsync();
        await Expect(Heading(page, $"Back in December {year.Label}")).ToBeVisibleAsync();

        // The neighbour, and the order of the lists, which stays on the way.
        await page.GetByRole(AriaRole.Link, new() { Name = "By time" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "By time" })).ToHaveAttributeAsync("aria-current", "true");
        await page.GetByRole(AriaRole.Link, new() { Name = $"November {year.Label}" }).ClickAsync();
        await Expect(Heading(page, $"Back in November {year.Label}")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync($"/time-machine?year={year.Label}&month=11&by=time");

        // The handles by the keys: one month more at each end. Back puts them where they were.
        var (first, last) = (page.GetByRole(AriaRole.Slider, new() { Name = "First month" }), page.GetByRole(AriaRole.Slider, new() { Name = "Last month" }));
        await first.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await last.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Heading(page, $"Back in October – December {year.Label}")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync($"/time-machine?from={year.Label}-10-01&to={span.Last.Year - 1}-01-01&by=time");
        await Expect(first).ToHaveAttributeAsync("aria-valuetext", $"October {year.Label}");
        await page.ShowAsync("time-machine-range");
        var shared = page.Url;
        await page.GoBackAsync();
        await Expect(first).ToHaveAttributeAsync("aria-valuetext", $"November {year.Label}");

        // A shared link leads to the same place; the pointer pushes it a year on.
        await page.GotoAsync(shared);
        await page.InteractiveAsync();
        await Expect(Heading(page, $"Back in October – December {year.Label}")).ToBeVisibleAsync();
        var (pane, stage) = ((await page.Locator(".window").BoundingBoxAsync())!, (await page.Locator(".stage").BoundingBoxAsync())!);
        var month = pane.Width / 3;
        await page.Mouse.MoveAsync(pane.X + (pane.Width / 2), stage.Y + (stage.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(pane.X + (pane.Width / 2) + (month * 12), stage.Y + (stage.Height / 2), new() { Steps = 6 });
        await page.Mouse.UpAsync();
        await Expect(Heading(page, $"Back in October – December {span.Last.Year - 1}")).ToBeVisibleAsync();
        Assert.Empty(problems);
    }

    [Fact]
    public async Task TimeMachine_Nonsense_SaysWhyAndShowsTheNearest()
    {
        await using var app = await TestApp.StartWithDemoAsync(cluster);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await OpenDemoAsync(window);

        await page.GotoAsync("/time-machine?year=99999&month=13");

        await Expect(page.GetByText("There is no month 13; months are 1 to 12.")).ToBeVisibleAsync();
        await page.InteractiveAsync();
        await page.ShowAsync("time-machine-nonsense");
        await page.GotoAsync("/on-this-day?date=31-02");
        await Expect(page.GetByText("The address names no day of the calendar")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task OnThisDay_LeadsThroughTheYearsAndIntoThem()
    {
        await using var app = await TestApp.StartWithDemoAsync(cluster);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await OpenDemoAsync(window);
        var problems = page.Problems();
        await page.GotoAsync("/on-this-day?date=12-24");
        await page.InteractiveAsync();
        await Expect(Heading(page, "On 24 December")).ToBeVisibleAsync();
        await page.ShowAsync("on-this-day");

        await page.GetByRole(AriaRole.Link, new() { Name = "25 December" }).ClickAsync();
        await Expect(Heading(page, "On 25 December")).ToBeVisibleAsync();
        await page.GetByLabel("Month").SelectOptionAsync("February");
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go" }).ClickAsync();
        await Expect(Heading(page, "On 29 February")).ToBeVisibleAsync();
        await Expect(page.GetByText("It comes in leap years only.")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(Heading(page, "On 25 December")).ToBeVisibleAsync();
        var year = page.Locator(".panel h2 a").First;
        var name = await year.InnerTextAsync();
        await year.ClickAsync();
        await Expect(Heading(page, $"Back on 25 December {name}")).ToBeVisibleAsync();
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Evolution_ShowsTheMonthsAndLeadsIntoThem()
    {
        await using var app = await TestApp.StartWithDemoAsync(cluster);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await OpenDemoAsync(window);
        var problems = page.Problems();
        await page.GotoAsync("/evolution");
        await page.InteractiveAsync();
        await Expect(Heading(page, "How varied it was")).ToBeVisibleAsync();
        await page.ShowAsync("evolution");

        await page.GetByRole(AriaRole.Link, new() { Name = "12 months" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/evolution?period=12m");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "12 months" })).ToHaveAttributeAsync("aria-current", "true");
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync("/evolution");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "All time" })).ToHaveAttributeAsync("aria-current", "true");

        // By the keyboard: the table behind a picture, and a month out of it.
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "How varied it was" });
        await panel.GetByText("Show the values").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var month = panel.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).Nth(5);
        var name = await month.InnerTextAsync();
        await month.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Heading(page, $"Back in {name}")).ToBeVisibleAsync();
        Assert.Empty(problems);
    }

    private static async Task<IPage> OpenDemoAsync(IBrowserContext window)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync("/welcome");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look around in the demo library" }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(Heading(page, "Your year in music")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return page;
    }

    private static ILocator Heading(IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });
}
