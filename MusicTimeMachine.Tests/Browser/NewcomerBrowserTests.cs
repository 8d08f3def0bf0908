using Microsoft.Playwright;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Ui.Text;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

/// <summary>The whole way of somebody who has just installed the application.</summary>
public sealed class NewcomerBrowserTests(TestCluster cluster, TestBrowser browser)
{
    [Fact]
    public async Task Newcomer_FromTheFirstPageToTheirOwnMusic()
    {
        var rows = InventedListening.Rows(2_500, seed: 8).ToList();
        var music = rows.Where(row => row is { TrackUri: not null, MsPlayed: >= 30_000 }).ToList();
        await using var app = await TestApp.StartAsync(cluster);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();

        await page.GotoAsync("/");
        await Expect(page).ToHaveURLAsync("/welcome");
        await page.GetByLabel("Name to sign in with").FillAsync("ada");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(AccountsFixture.Password);
        await page.GetByLabel("Password once more").FillAsync(AccountsFixture.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the administrator's account" }).ClickAsync();

        await page.InteractiveAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Bring in your export" }).ClickAsync();
        await Expect(page.GetByLabel("Choose the files of your export")).ToBeEnabledAsync();
        await page.DropAsync(page.Locator("label.zone"), ("my_spotify_data.zip", new SpotifyExportBuilder().Audio("2015-2025_1", rows).Companions().Zip()));
        await page.WaitForURLAsync("**/imports/*");
        await Expect(page.GetByText("Every row is accounted for")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await page.GetByRole(AriaRole.Link, new() { Name = "See your music" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All time" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "All your music" })).ToBeVisibleAsync();
        await AssertTileAsync(page, "Plays", Format.Count(music.Count));
        await AssertTileAsync(page, "Time", Format.Duration(music.Sum(row => (long)row.MsPlayed!)));
        await AssertTileAsync(page, "Tracks", Format.Count(music.Select(row => row.TrackUri).Distinct().Count()));
        await AssertTileAsync(page, "Artists", Format.Count(music.Select(row => row.Artist).Distinct().Count()));
        await AssertTileAsync(page, "Albums", Format.Count(music.Select(row => (row.Artist, row.Album)).Distinct().Count()));
        Assert.Empty(problems);
    }

    private static Task AssertTileAsync(IPage page, string label, string value) =>
        Expect(page.Locator(".tile", new() { Has = page.GetByText(label, new() { Exact = true }) }).Locator(".value")).ToHaveTextAsync(value);
}
