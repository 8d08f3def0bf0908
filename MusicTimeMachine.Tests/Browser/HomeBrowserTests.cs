using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Ui.Text;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class HomeBrowserTests(TestCluster cluster, TestBrowser browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demo_IsSeenOnHomeAndGoneThroughInTheHistory()
    {
        await using var app = await TestApp.StartAsync(cluster, ("Demo:Enabled", "true"));
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        List<string> problems = [];
        page.PageError += (_, error) => problems.Add(error);
        await page.GotoAsync("/welcome");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look around in the demo library" }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your year in music" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.InteractiveAsync();
        foreach (var part in (string[])["Plays over time", "Top tracks", "Top artists", "Top albums", "Day by day", "Your week", "Latest plays"])
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = part })).ToBeVisibleAsync();
        await Expect(page.GetByText("A play counts when it lasted 30 seconds or longer")).ToBeVisibleAsync();
        await page.ShowAsync("home");

        await page.GetByRole(AriaRole.Link, new() { Name = "All time" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "All your music" })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync("/?period=all");
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your year in music" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "All of them" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "History" })).ToBeVisibleAsync();
        await Expect(page.Locator(".entry").First).ToBeVisibleAsync();
        await page.ShowAsync("history");

        // A play is no stop of the keyboard itself: its links are, the track's first.
        await page.GetByRole(AriaRole.Button, new() { Name = "Jump" }).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.StartsWith("/tracks/", await page.Locator(".list :focus").GetAttributeAsync("href"), StringComparison.Ordinal);
        var newest = (await page.Locator(".entry").First.GetAttributeAsync("aria-label"))!;
        for (var n = 0; n < 4; n++) await page.Keyboard.PressAsync("PageDown");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = newest, Exact = true })).Not.ToBeInViewportAsync();
        await page.WaitForFunctionAsync("() => document.elementFromPoint(700, 400).closest('.entry, .day, .gap') !== null");

        var demo = await app.Services.GetRequiredService<DemoAccount>().EnsureAsync(Stop);
        var calendar = await app.Services.GetRequiredService<PlaysQuery>().CalendarAsync(demo, Stop);
        var (day, plays, _) = calendar.At(calendar.Places / 2);
        await page.GetByLabel("Jump to a day").FillAsync($"{day:yyyy-MM-dd}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Jump" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"{day:ddd d MMMM yyyy}" })).ToBeInViewportAsync();
        await Expect(page.Locator(".day", new() { HasText = $"{day:ddd d MMMM yyyy}" })).ToContainTextAsync(plays == 1 ? "1 play" : $"{plays} plays");
        var latest = (await app.Services.GetRequiredService<PlaysQuery>().ThroughAsync(demo, day, 0, 1, Stop))[0];
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = $"{latest.PlayedAt:HH:mm}, {latest.Track.Name} by {latest.Track.Artist}" }).First).ToBeInViewportAsync();

        // The address that this makes leads there at once as well.
        await Expect(page).ToHaveURLAsync($"/history?day={day:yyyy-MM-dd}");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"{day:ddd d MMMM yyyy}" })).ToBeInViewportAsync(new() { Timeout = 20_000 });
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Import_WhileHomeIsOpen_FillsThePageByItself()
    {
        var rows = InventedListening.Rows(2_500, seed: 11).ToList();
        var counted = rows.Count(row => row is { TrackUri: not null, MsPlayed: >= 30_000 });
        await using var app = await TestApp.StartAsync(cluster);
        var userId = (await app.Services.GetRequiredService<Registration>().AddAsync(Features.Accounts.AccountsFixture.Wanted("ada"), UserRole.Member, Stop)).UserId!.Value;
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await page.GotoAsync("/?period=all");
        await page.SignInAsync("ada", Features.Accounts.AccountsFixture.Password);
        await page.InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Welcome, ada" })).ToBeVisibleAsync();

        var folder = Directory.CreateTempSubdirectory("mtm-home-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "my_spotify_data.zip"), new SpotifyExportBuilder().Audio("2015-2025_1", rows).Zip(), Stop);
        await app.Services.GetRequiredService<ImportService>().BeginAsync(userId, [new HistoryPath(folder)], uploaded: false, null, Stop);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "All your music" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var plays = page.Locator(".tile", new() { Has = page.GetByText("Plays", new() { Exact = true }) }).Locator(".value");
        await Expect(plays).ToHaveTextAsync(Format.Count(counted), new() { Timeout = 60_000 });
        Directory.Delete(folder, recursive: true);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Newcomer_IsToldHowToBegin()
    {
        await using var app = await TestApp.StartAsync(cluster, ("Demo:Enabled", "true"));
        await app.Services.GetRequiredService<Registration>().AddAsync(Features.Accounts.AccountsFixture.Wanted("ada"), UserRole.Member, Stop);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("ada");
        await page.GetByLabel("Password").FillAsync(Features.Accounts.AccountsFixture.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How to get your history from Spotify" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Look around in the demo library" })).ToBeVisibleAsync();
        await page.InteractiveAsync();
        await page.ShowAsync("get-started");
        await page.GetByRole(AriaRole.Link, new() { Name = "Bring in your export" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/imports");
    }
}
