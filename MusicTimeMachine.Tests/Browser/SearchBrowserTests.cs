using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class SearchBrowserTests(TestCluster cluster, TestBrowser browser)
{
    private const string InSight = "() => document.elementFromPoint(700, 400)?.closest('.track-row')?.textContent";

    [Fact]
    public async Task Search_WithTheKeyboardAlone_FindsAndScrollsAndGoesBack()
    {
        await using var app = await TestApp.StartWithDemoAsync(cluster);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await page.GotoAsync("/welcome");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look around in the demo library" }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your year in music" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.InteractiveAsync();

        // "/" leads to the box; the arrows go through the suggestions while the box keeps the focus.
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Search your library" });
        await Expect(box).ToHaveAttributeAsync("aria-keyshortcuts", "/");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Your year in music" }).FocusAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(box).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("the");
        await Expect(page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" })).ToBeVisibleAsync(new() { Timeout = 30_000 }); // The first search of the process.
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "7 suggestions" })).ToBeAttachedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "top-search-0");
        await Expect(box).ToBeFocusedAsync();
        await page.ShowAsync("search-box");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "“the”" })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync("/search?q=the");
        var rows = page.Locator(".track-row");
        await Expect(rows.First).ToBeVisibleAsync();
        await Expect(rows.First.Locator("mark").First).ToBeVisibleAsync();
        await page.ShowAsync("search");

        // Further down others follow; only those in sight are drawn.
        await page.EvaluateAsync("() => window.scrollTo(0, 12_000)");
        await page.WaitForFunctionAsync("() => document.elementFromPoint(700, 400).closest('.track-row') !== null");
        Assert.InRange(await rows.CountAsync(), 10, 100);

        // Whoever looks at one of them and comes back is where they were.
        var found = await page.EvaluateAsync<string>(InSight);
        await page.EvaluateAsync("() => document.elementFromPoint(700, 400).closest('.track-row').querySelector('a').click()");
        await Expect(page).ToHaveURLAsync(new Regex("/tracks/[0-9]+$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.WaitForFunctionAsync("() => window.scrollY === 0");
        await page.GoBackAsync();
        await page.WaitForFunctionAsync($"text => ({InSight})() === text", found);

        await page.EvaluateAsync("() => window.scrollTo(0, 0)");
        await box.FillAsync("zzqxj genre:none");
        await box.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing like it in your library" })).ToBeVisibleAsync();
        await Expect(page.GetByText("There is no filter “genre”")).ToBeVisibleAsync();
        await page.ShowAsync("search-nothing");
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "“the”" })).ToBeVisibleAsync();
        await Expect(box).ToHaveValueAsync("the");

        await page.GotoAsync("/search");
        await page.InteractiveAsync();
        await page.ShowAsync("search-empty");
        await page.GetByRole(AriaRole.Link, new() { Name = "mood:calm" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/search?q=mood%3Acalm");
        await Expect(rows.First).ToBeVisibleAsync();
        Assert.Equal([], problems);
    }
}
