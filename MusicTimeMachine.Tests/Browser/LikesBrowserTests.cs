using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Features.Accounts.SpotifySignIn;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class LikesBrowserTests(TestCluster cluster, TestBrowser browser)
{
    [Fact]
    public async Task Likes_FromSpotify_AreFoundNotedTakenBackAndLetWrite()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        await using var window = await browser.OpenAsync(app.App.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await page.GotoAsync("/likes");
        await page.SignInAsync("ada", AccountsFixture.Password);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing liked yet" })).ToBeVisibleAsync();
        await page.InteractiveAsync();
        await page.ShowAsync("likes-empty");

        await page.GotoAsync("/settings");
        await ThroughSpotifyAsync(page, "Connect Spotify");
        await CaptureAsync(app, "spotify-likes");
        await page.InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Likes" })).ToBeVisibleAsync();
        await ThroughSpotifyAsync(page, "Allow writing likes");
        await page.InteractiveAsync();
        await Expect(page.GetByLabel("Write what I like here to Spotify")).ToBeCheckedAsync();
        await Expect(page.GetByText("Nothing waits to be written.")).ToBeVisibleAsync();
        await page.ShowAsync("settings-likes");

        await page.GotoAsync("/likes");
        await page.InteractiveAsync();
        await Expect(page.GetByText("130 tracks.")).ToBeVisibleAsync();
        var first = app.World.People[0].Saved[0].Track;
        var entries = page.Locator(".entry");
        await Expect(entries.First).ToContainTextAsync($"{first.Album.Artist.Name} · {first.Album.Name}");
        await page.EvaluateAsync("() => window.scrollTo(0, 6_000)");
        await page.WaitForFunctionAsync("() => document.elementFromPoint(700, 400).closest('.entry') !== null");
        await page.EvaluateAsync("() => window.scrollTo(0, 0)");
        await Expect(entries.First).ToContainTextAsync($"{first.Album.Artist.Name} · {first.Album.Name}");
        await Expect(page.Locator(".waiting")).ToHaveCountAsync(0);

        // With the keyboard alone: a note, too long at first.
        await entries.First.GetByRole(AriaRole.Button, new() { Name = "Write a note on" }).PressAsync("Enter");
        var note = page.GetByLabel($"Your note on {first.Name}");
        await Expect(note).ToBeFocusedAsync();
        await note.FillAsync(new string('x', 1_001));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("This note has 1,001 characters, and there is room for 1,000. Shorten it by 1.")).ToBeVisibleAsync();
        await note.FocusAsync();
        await PasteAsync(page, 40_000);
        await Expect(note).ToHaveValueAsync(new string('x', LikedTrack.MaxTyped));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("This note has 5,000 characters, and there is room for 1,000. Shorten it by 4,000.")).ToBeVisibleAsync();
        await note.FillAsync("The night ferry to Ængholm");
        await page.ShowAsync("likes-note");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(note).ToHaveCountAsync(0);
        await Expect(entries.First.GetByText("The night ferry to Ængholm")).ToBeVisibleAsync();
        await Expect(page.GetByText("130 tracks, 1 with a note.")).ToBeVisibleAsync();
        await Expect(entries.First.GetByRole(AriaRole.Button, new() { Name = "Change the note on" })).ToBeFocusedAsync();
        await page.ShowAsync("likes");

        await page.GetByLabel("Search your likes").FillAsync("AENGHOLM");
        await Expect(page).ToHaveURLAsync("/likes?q=AENGHOLM");
        await Expect(entries).ToHaveCountAsync(1);
        await Expect(page.GetByText("1 of 130")).ToBeVisibleAsync();
        await entries.First.GetByRole(AriaRole.Button, new() { Name = "Unlike" }).ClickAsync();
        await Expect(page.GetByText($"You no longer like “{first.Name}”; your note went with it.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No like of yours is like that" })).ToBeVisibleAsync();
        await page.ShowAsync("likes-nothing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(entries.First.GetByText("The night ferry to Ængholm")).ToBeVisibleAsync();

        await page.GetByLabel("Search your likes").FillAsync("");
        await page.GetByLabel("Order").SelectOptionAsync(new SelectOptionValue { Label = "By artist" });
        await Expect(page).ToHaveURLAsync("/likes?sort=artist");
        await Expect(entries.First).ToContainTextAsync("Amber ");
        Assert.Equal([], problems);
    }

    [Fact]
    public async Task Demo_ShowsLikesAndNotes_AndLetsNobodyChangeThem()
    {
        await using var app = await TestApp.StartWithDemoAsync(cluster);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/welcome");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look around in the demo library" }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your year in music" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.InteractiveAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Likes" }).First.ClickAsync();

        await Expect(page.GetByText("with a note.")).ToBeVisibleAsync();
        await page.GetByLabel("Which likes").SelectOptionAsync("Notes");
        await Expect(page).ToHaveURLAsync("/likes?show=notes");
        await Expect(page.Locator(".note").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Unlike" })).ToHaveCountAsync(0);
        await page.ShowAsync("likes-demo");
    }

    /// <summary>Puts a long text in place of what stands in the field that has the focus, as a person who pastes it does.</summary>
    private static async Task PasteAsync(IPage page, int length) => await page.EvaluateAsync(
        "length => { document.activeElement.select(); document.execCommand('insertText', false, 'x'.repeat(length)); }", length);

    private static async Task ThroughSpotifyAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.GetByLabel("Robin Example").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await Expect(page.GetByText("Your Spotify account is connected.")).ToBeVisibleAsync();
    }

    /// <summary>Asks for a capture, and waits until it has succeeded.</summary>
    private static async Task CaptureAsync(SpotifySignInApp app, string kind)
    {
        var (schedule, stop) = (app.App.Services.GetRequiredService<CaptureSchedule>(), TestContext.Current.CancellationToken);
        await using var context = await app.App.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(stop);
        var user = await context.Users.Where(user => user.Name == "ada").Select(user => user.Id).SingleAsync(stop);
        await schedule.StartAsync(user, kind, stop);
        for (CaptureState state; (state = (await schedule.StateAsync(user, stop)).Single(state => state.Kind == kind)).LastOkAt is null; await Task.Delay(100, stop)) Assert.Null(state.Error);
    }
}
