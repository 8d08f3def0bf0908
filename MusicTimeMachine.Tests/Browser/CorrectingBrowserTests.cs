using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

/// <summary>Corrects a history without a mouse: everything is reached by keys, said in a notice, undone from there, and followed by the numbers.</summary>
public sealed class CorrectingBrowserTests(TestCluster cluster, TestBrowser browser)
{
    private static readonly string[] Titles = ["Paper Lanterns", "Low Tide", "The Ferry", "Glass Piers"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Album_IsAddedAsAWhole_AndItsPlaysAreDeletedAndUndone()
    {
        await using var app = await TestApp.StartAsync(cluster);
        var albumId = await LibraryAsync(app, "ada", 30);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await OpenAsync(page, $"/albums/{albumId}", "ada");
        var counted = page.Locator(".tile", new() { Has = page.GetByText("Plays", new() { Exact = true }) }).Locator(".value");
        await Expect(counted).ToHaveTextAsync("30");

        await PressAsync(page, "Show them");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete all 30 plays" })).ToBeVisibleAsync();
        await PressAsync(page, "Add plays…");
        await StaysInTheDialogAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add plays…" })).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Add plays" });
        await Expect(dialog.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(Titles.Length);
        foreach (var title in Titles) await Expect(dialog.GetByRole(AriaRole.Checkbox, new() { Name = title })).ToBeCheckedAsync();
        await dialog.GetByLabel("Length of Low Tide").FillAsync("10:00");
        await dialog.GetByLabel("Day", new() { Exact = true }).FillAsync("2024-03-31");
        await dialog.GetByLabel("Time", new() { Exact = true }).FillAsync("02:30");
        await Expect(dialog.GetByText("There was no 02:30 on that day: the clocks went forward. It is taken as 03:30.")).ToBeVisibleAsync();
        await dialog.GetByLabel("Day", new() { Exact = true }).FillAsync("2024-05-04");
        await dialog.GetByLabel("Time", new() { Exact = true }).FillAsync("20:00");
        await Expect(dialog.GetByText("4 plays, from Sat 4 May 2024, 20:00 to 20:19.")).ToBeVisibleAsync();
        await page.ShowAsync("add-plays");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add 4 plays" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await NoticeAsync(page, "4 plays added.");
        await Expect(counted).ToHaveTextAsync("34");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete all 34 plays" })).ToBeVisibleAsync();
        await page.ShowAsync("album-plays");
        await PressAsync(page, "Undo");
        await NoticeAsync(page, "Undone: everything is as it was before.");
        await Expect(counted).ToHaveTextAsync("30");

        await PressAsync(page, "Delete all 30 plays");
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Keep them" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete 30 plays" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await NoticeAsync(page, "30 plays deleted.");
        await Expect(counted).ToHaveTextAsync("0");
        await Expect(page.GetByText("There is no play.")).ToBeVisibleAsync();

        await page.GotoAsync("/corrections");
        await page.InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "4 plays of 4 tracks" })).ToContainTextAsync("undone just now");
        await page.ShowAsync("changes");
        await PressAsync(page, "Undo: deleted 30 plays");
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "undone" })).ToHaveCountAsync(2);
        await page.GotoAsync("/?period=all");
        await Expect(page.Locator(".eyebrow")).ToHaveTextAsync("30 plays");
        Assert.Empty(problems);
    }

    [Fact]
    public async Task History_PlaysAreEditedHiddenAndDeletedFromTheirRows()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await LibraryAsync(app, "bea", 60);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await OpenAsync(page, "/history", "bea");
        var lead = page.Locator(".page-header p");
        await Expect(lead).ToContainTextAsync("60 plays");
        var first = page.Locator(".entry").First;

        // The menu: arrows go through it, Escape closes it and leads back.
        await OpenMenuAsync(page, first);
        await page.ShowAsync("play-menu");
        await page.Keyboard.PressAsync("End");
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Hide this hour of the day, 19:00 to 20:00" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Menu)).ToHaveCountAsync(0);
        await Expect(first.GetByRole(AriaRole.Button)).ToBeFocusedAsync();

        await ChooseAsync(page, first, "Edit…");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Edit this play" });
        await dialog.GetByLabel("Time listened").FillAsync("a while");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Write a length as minutes and seconds, such as 3:42.");
        await dialog.GetByLabel("Time listened").FillAsync("5:00");
        await dialog.GetByLabel("It was another track").PressSequentiallyAsync("low ti");
        await Expect(dialog.GetByRole(AriaRole.Option, new() { Name = "Low Tide" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByText("Low Tide by The Slow Comets")).ToBeVisibleAsync();
        await page.ShowAsync("edit-play");
        await dialog.GetByLabel("Time listened").PressAsync("Enter");
        await NoticeAsync(page, "1 play edited.");
        await Expect(first).ToContainTextAsync("Low Tide");
        await Expect(first.Locator(".listened")).ToHaveTextAsync("5:00");
        await PressAsync(page, "Undo");
        await NoticeAsync(page, "Undone: everything is as it was before.");
        await Expect(first).ToContainTextAsync("Paper Lanterns");
        await Expect(first.Locator(".listened")).ToHaveTextAsync("3:00");

        foreach (var (entry, said, hidden) in ((string, string, int)[])[
            ("Hide this track", "“Paper Lanterns”: hidden from your statistics, 15 plays.", 15), ("Hide what is played from this playlist", "What you played from there: hidden from your statistics, 1 play.", 1)])
        {
            await ChooseAsync(page, first, entry);
            await NoticeAsync(page, said);
            await Expect(first).ToContainTextAsync("hidden");
            await Expect(page.Locator(".entry").Nth(1)).Not.ToContainTextAsync("hidden");
            await PressAsync(page, "Undo");
            await NoticeAsync(page, hidden == 1 ? "Undone: 1 play shown again." : $"Undone: {hidden} plays shown again.");
            await Expect(page.Locator(".badge")).ToHaveCountAsync(0);
        }

        // Many at once, from the first to the 24th.
        await PressAsync(page, "Select");
        await page.Locator(".entry").Nth(0).GetByRole(AriaRole.Checkbox).PressAsync(" ");
        await Expect(page.GetByText("1 selected")).ToBeVisibleAsync();
        await page.Locator(".entry").Nth(23).GetByRole(AriaRole.Checkbox).PressAsync("Shift+ ");
        await Expect(page.GetByText("24 selected")).ToBeVisibleAsync();
        await page.ShowAsync("history-selected");
        var scrolled = await page.EvaluateAsync<int>("() => { window.scrollTo(0, 500); return window.scrollY; }");
        await PressAsync(page, "Delete");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete 24 plays" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await NoticeAsync(page, "24 plays deleted.");
        await Expect(lead).ToContainTextAsync("36 plays");
        Assert.InRange(await page.EvaluateAsync<int>("() => window.scrollY"), scrolled - 20, scrolled + 20);
        await PressAsync(page, "Undo");
        await NoticeAsync(page, "Undone: everything is as it was before.");
        await Expect(lead).ToContainTextAsync("60 plays");

        await page.Locator(".entry").Nth(3).GetByRole(AriaRole.Checkbox).PressAsync(" ");
        await Expect(page.GetByText("1 selected")).ToBeVisibleAsync(); // Without one, the button is off.
        await PressAsync(page, "Delete");
        await NoticeAsync(page, "1 play deleted.");
        await page.GotoAsync("/?period=all");
        await Expect(page.Locator(".eyebrow")).ToHaveTextAsync("59 plays");
        Assert.Empty(problems);
    }

    private static async Task OpenAsync(IPage page, string address, string name)
    {
        await page.GotoAsync(address);
        await page.SignInAsync(name, AccountsFixture.Password);
        await page.InteractiveAsync();
    }

    private static async Task PressAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = button is "Undo" or "Select" or "Delete" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task OpenMenuAsync(IPage page, ILocator entry)
    {
        await entry.GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Edit…" })).ToBeFocusedAsync();
    }

    private static async Task ChooseAsync(IPage page, ILocator entry, string item)
    {
        await OpenMenuAsync(page, entry);
        var wanted = page.GetByRole(AriaRole.Menuitem, new() { Name = item });
        for (var i = 0; i < 8 && !await wanted.EvaluateAsync<bool>("item => item === document.activeElement"); i++) await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
    }

    private static Task NoticeAsync(IPage page, string said) => Expect(page.Locator(".undo-notice .said")).ToHaveTextAsync(said);

    private static async Task StaysInTheDialogAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Dialog).Locator(":focus")).ToHaveCountAsync(1);
        for (var i = 0; i < 30; i++)
        {
            await page.Keyboard.PressAsync(i < 5 ? "Shift+Tab" : "Tab");
            Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"));
        }
    }

    /// <summary>Plays of one album, an hour apart from the others; the newest was played from a playlist.</summary>
    private static async Task<long> LibraryAsync(TestApp app, string name, int plays)
    {
        var userId = (await app.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted(name), UserRole.Member, Stop)).UserId!.Value;
        var folder = Directory.CreateTempSubdirectory("mtm-correcting-");
        var newest = new DateTimeOffset(2024, 6, 1, 17, 30, 0, TimeSpan.Zero); // 19:30 in Zurich
        var rows = Enumerable.Range(0, plays).Select(n => new ExtendedRow(newest.AddHours(-n)) { MsPlayed = 180_000, Track = Titles[n % 4], TrackUri = $"spotify:track:{n % 4:D22}" });
        var export = await new SpotifyExportBuilder().Audio("2024_1", rows).WriteZipAsync(Path.Combine(folder.FullName, "export.zip"));
        var imports = app.Services.GetRequiredService<ImportService>();
        var (importId, _) = await imports.BeginAsync(userId, [new(export)], uploaded: false, claimedBy: null, Stop);
        while ((await imports.FindAsync(userId, importId, Stop))!.IsRunning) await Task.Delay(50, Stop);
        Assert.Equal(ImportStatus.Completed, (await imports.FindAsync(userId, importId, Stop))!.Status);
        folder.Delete(recursive: true);

        await using var context = await app.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop);
        await context.Plays.Where(play => play.PlayedAt == newest).ExecuteUpdateAsync(play => play.SetProperty(p => p.ContextUri, "spotify:playlist:invented"), Stop);
        return await context.Albums.Select(album => album.Id).SingleAsync(Stop);
    }
}
