using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class PlaylistsBrowserTests(TestCluster cluster, TestBrowser browser)
{
    [Fact]
    public async Task Playlists_AreLookedThrough_VersionByVersion()
    {
        await using var app = await TestApp.StartWithDemoAsync(cluster);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await page.GotoAsync("/welcome");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look around in the demo library" }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your year in music" })).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await page.GotoAsync("/playlists");
        await page.InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Night bus" })).ToBeVisibleAsync();
        await page.ShowAsync("playlists");

        await page.GetByRole(AriaRole.Link, new() { Name = "Night bus" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Night bus", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Changes" })).ToBeVisibleAsync();
        await page.ShowAsync("playlist");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "M3U8" }).ClickAsync());
        Assert.StartsWith("Night bus v", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.StartsWith("#EXTM3U\n#PLAYLIST:Night bus\n#EXTINF:", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var versions = new Uri(page.Url).AbsolutePath + "/versions/1.";
        Assert.Equal((200, 404, 404), ((await page.APIRequest.GetAsync(versions + "json")).Status, (await page.APIRequest.GetAsync(versions + "0")).Status, (await page.APIRequest.GetAsync(versions + "exe")).Status));

        await page.GetByLabel("The version that is compared with").SelectOptionAsync("version 1");
        await Expect(page).ToHaveURLAsync(new Regex("[?]against=1$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Locator(".archive a").Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Version 1, from" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "As it is now" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Tracks", Exact = true })).ToBeVisibleAsync();
        Assert.Equal([], problems);
    }
}
