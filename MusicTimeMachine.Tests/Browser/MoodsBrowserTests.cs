using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class MoodsBrowserTests(TestCluster cluster, TestBrowser browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Moods_AreDrawnOnAndPlayedThrough()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await FillAsync(app);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await page.GotoAsync("/moods?period=all");
        await page.SignInAsync("ada", AccountsFixture.Password);
        await page.InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Moods" })).ToBeVisibleAsync();
        await page.ShowAsync("moods");

        // The points are one stop of the keyboard; the arrows go through them.
        await page.Locator(".point").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator(".point").Nth(1)).ToBeFocusedAsync();
        await Expect(page.Locator(".point").Nth(1).Locator(".tip")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator(".point").First).ToBeFocusedAsync();

        // A rectangle from the middle of the map to its upper right corner.
        await page.Locator(".plot").ScrollIntoViewIfNeededAsync();
        var plot = (await page.Locator(".plot").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(plot.X + (plot.Width / 2), plot.Y + (plot.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(plot.X + plot.Width - 40, plot.Y + 60, new() { Steps = 4 });
        await Expect(page.Locator(".drawn")).ToBeVisibleAsync();
        await page.Mouse.MoveAsync(plot.X + plot.Width + 30, plot.Y - 30, new() { Steps = 2 });
        await page.Mouse.UpAsync();
        await Expect(page).ToHaveURLAsync("/moods?period=all&valence=0.5..1&energy=0.5..1");
        await Expect(page.Locator(".drawn")).ToBeHiddenAsync();
        await Expect(page.Locator(".songs li").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Energy from")).ToHaveValueAsync("0.5");
        await page.ShowAsync("moods-region");

        await page.GetByLabel("Energy to").FillAsync("0.75");
        await page.GetByLabel("Energy to").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/moods?period=all&valence=0.5..1&energy=0.5..0.75");
        await page.GoBackAsync();
        await Expect(page.GetByLabel("Energy to")).ToHaveValueAsync("1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Clear" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/moods?period=all");

        await page.GetByRole(AriaRole.Button, new() { Name = "Play month by month" }).ClickAsync();
        await page.WaitForURLAsync("**/moods?period=all&month=*");
        var first = page.Url;
        await page.WaitForFunctionAsync("first => location.href !== first", first);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play month by month" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All months" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/moods?period=all");

        // Who wants less motion has the steps and the slider.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play month by month" })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Slider, new() { Name = "Month" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.WaitForURLAsync("**/moods?period=all&month=*");
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Gems_AreHiddenAndBroughtBackByTheKeyboard()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await FillAsync(app);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await page.GotoAsync("/gems");
        await page.SignInAsync("ada", AccountsFixture.Password);
        await page.InteractiveAsync();
        await Expect(page.Locator(".gems li").First).ToBeVisibleAsync();
        var name = (await page.Locator(".gems .title").First.TextContentAsync())!;

        await page.GetByRole(AriaRole.Button, new() { Name = $"Hide {name} for good", Exact = true }).First.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeFocusedAsync();
        await page.Locator("summary", new() { HasText = "Hidden" }).ClickAsync();
        await page.ShowAsync("gems");
        await page.ReloadAsync();
        await page.InteractiveAsync();
        await page.Locator("summary", new() { HasText = "Hidden" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Bring back {name}", Exact = true }).PressAsync("Enter");
        await Expect(page.Locator(".gems .title").First).ToHaveTextAsync(name);

        await page.GetByRole(AriaRole.Slider, new() { Name = "Played at least" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page).ToHaveURLAsync("/gems?minPlays=6");
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync("/gems");
        Assert.Empty(problems);
    }

    /// <summary>A listener "ada" with six years of invented listening of her own.</summary>
    private static async Task FillAsync(TestApp app)
    {
        await app.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted("someone"), UserRole.Member, Stop);
        var contexts = app.Services.GetRequiredService<IDbContextFactory<MusicContext>>();
        var yesterday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date.AddDays(-1));
        await new DemoWriter(contexts).WriteAsync(new DemoLibrary(new DemoOptions(yesterday, DemoOptions.Zurich, 12_000, 800)), Stop);
        await using var context = await contexts.CreateDbContextAsync(Stop);
        await context.Database.ExecuteSqlAsync(
            $"update users set demo = false, name = 'ada', display_name = 'Ada', password_hash = (select password_hash from users where name = 'someone') where demo", Stop);
    }
}
