using System.Globalization;
using Microsoft.Playwright;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class NewcomerBrowserTests(TestCluster cluster, TestBrowser browser)
{
    private const string Password = "four quiet words here";

    [Fact]
    public async Task Newcomer_WithAnExport_SeesTheirMusic()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await using var window = await browser.OpenAsync(app.Address, timeZone: "Europe/Zurich");
        var page = await window.NewPageAsync();
        var problems = page.Problems();

        // The first visitor makes the administrator's account.
        await page.GotoAsync("/");
        await Expect(page).ToHaveURLAsync("/welcome");
        await page.GetByLabel("Name to sign in with").FillAsync("ada");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password once more").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the administrator's account" }).ClickAsync();

        // Home tells how to begin; the export is dropped as it came.
        await page.GetByRole(AriaRole.Link, new() { Name = "Bring in your export" }).ClickAsync();
        await page.InteractiveAsync();
        await Expect(page.GetByLabel("Choose the files of your export")).ToBeEnabledAsync();
        var rows = InventedListening.Rows(3_000).ToList();
        await page.DropAsync(page.Locator("label.zone"), ("my_spotify_data.zip", new SpotifyExportBuilder().Audio("2015-2025_1", rows).Companions().Zip()));
        await Expect(page.GetByText("Done.", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 60_000 });

        // What counts, counted by hand, is what Home says of all time.
        var counted = rows.Where(row => row.Track is not null && row.MsPlayed >= 30_000).ToList();
        await page.GotoAsync("/?period=all");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "All your music" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(counted.Count.ToString("N0", CultureInfo.InvariantCulture));
        var favourite = counted.GroupBy(row => row.Track).Select(track => (Name: track.Key!, Plays: track.Count(), Ms: track.Sum(row => row.MsPlayed)))
            .OrderByDescending(track => track.Plays).ThenByDescending(track => track.Ms).First();
        var top = page.GetByRole(AriaRole.Region, new() { Name = "Top tracks" }).GetByRole(AriaRole.Listitem).First;
        await Expect(top).ToContainTextAsync(favourite.Name);
        await Expect(top).ToContainTextAsync(favourite.Plays.ToString("N0", CultureInfo.InvariantCulture));
        Assert.Empty(problems);
    }
}
