using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Snapshots;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class SnapshotsBrowserTests(TestCluster cluster, TestBrowser browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Snapshots_LeadThroughDaysAndLists_AndIntoTheGems()
    {
        await using var app = await TestApp.StartWithDemoAsync(cluster);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await page.GotoAsync("/welcome");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look around in the demo library" }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(Heading(page, "Your year in music")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main", Exact = true }).GetByRole(AriaRole.Link, new() { Name = "Snapshots" }).ClickAsync();
        await Expect(Heading(page, "Ranks over time")).ToBeVisibleAsync();
        await page.InteractiveAsync();
        await page.ShowAsync("snapshots");

        // What is pointed at, or has the focus, stands out.
        var (line, name) = (page.Locator(".bump .line").Nth(2), page.Locator(".bump .names li").Nth(2));
        await name.GetByRole(AriaRole.Link).FocusAsync();
        await Expect(line.Locator(".stroke")).ToHaveCSSAsync("opacity", "1");
        await Expect(page.Locator(".bump .line").First.Locator(".stroke")).ToHaveCSSAsync("opacity", "0.14");

        // Artists over all the years, of a month that is chosen; a day before it by the step.
        await page.GetByRole(AriaRole.Link, new() { Name = "Artists" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/snapshots?kind=artists&over=all");
        var demo = await app.Services.GetRequiredService<DemoAccount>().EnsureAsync(Stop);
        var month = (await app.Services.GetRequiredService<SnapshotsQuery>().AskAsync(demo, new SnapshotsRequest(), Stop))!.Calendar.Months[^12];
        var (months, chosen) = (page.GetByLabel("Snapshot of, month"), month.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var here = $"/snapshots?kind=artists&over=all&date={month.Dates.Last():yyyy-MM-dd}";
        await months.SelectOptionAsync(chosen);
        await Expect(page).ToHaveURLAsync(here);
        await Expect(Heading(page, "What changed")).ToBeVisibleAsync();
        await page.ShowAsync("snapshots-artists");
        await page.GetByRole(AriaRole.Link, new() { Name = "The snapshot before" }).ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(here);
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync(here);
        await Expect(months).ToHaveValueAsync(chosen);

        await page.GotoAsync("/gems");
        await page.InteractiveAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Spotify's snapshots" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/gems?source=snapshots");
        await Expect(page.GetByText("In your top 50 on").First).ToBeVisibleAsync();
        await page.ShowAsync("gems-snapshots");
        Assert.Empty(problems);
    }

    private static ILocator Heading(IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });
}
