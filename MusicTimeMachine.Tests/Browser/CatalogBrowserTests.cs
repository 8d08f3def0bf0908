using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class CatalogBrowserTests(TestCluster cluster, TestBrowser browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Library_IsWalkedFromHomeToTrackArtistAndAlbum()
    {
        await using var app = await TestApp.StartAsync(cluster);
        var (ada, eve) = (await AddAsync(app, "ada"), await AddAsync(app, "eve"));
        await GiveDemoAsync(app, ada);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await page.GotoAsync("/?period=all");
        await page.SignInAsync("ada", Features.Accounts.AccountsFixture.Password);
        await page.InteractiveAsync();
        var top = await app.Services.GetRequiredService<TopQuery>().AskAsync(ada, new TopRequest(TopKind.Tracks, new DayRange(new(2000, 1, 1), new(2100, 1, 1))), Stop);

        await page.GetByRole(AriaRole.Link, new() { Name = top.Items[0].Name, Exact = true }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync($"/tracks/{top.Items[0].Id}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = top.Items[0].Name, Level = 1 })).ToBeVisibleAsync();
        foreach (var part in (string[])["Plays over time", "Rank through the years", "How it sounds", "Similar tracks"])
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = part })).ToBeVisibleAsync();
        await LikeAsync(page);
        await page.ShowAsync("track");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "How many similar tracks" }).GetByRole(AriaRole.Link, new() { Name = "50" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"/tracks/{top.Items[0].Id}?similar=50");
        await Expect(page.Locator("section[aria-labelledby=similar] .track-row")).ToHaveCountAsync(50);
        await page.Locator(".by a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Songs" })).ToBeVisibleAsync();
        await page.ShowAsync("artist");
        await page.Locator("section[aria-labelledby=albums] a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Tracks", Exact = true })).ToBeVisibleAsync();
        await page.ShowAsync("album");
        var album = new Uri(page.Url).AbsolutePath;
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Songs" })).ToBeVisibleAsync();
        var artist = new Uri(page.Url).AbsolutePath;
        Assert.Empty(problems);

        // Nobody else finds any of it.
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/");
        await page.SignInAsync("eve", Features.Accounts.AccountsFixture.Password);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Welcome, eve" })).ToBeVisibleAsync();
        foreach (var address in (string[])[$"/tracks/{top.Items[0].Id}", artist, album, "/tracks/0", "/artists/-1", "/albums/99999999999999999999"])
        {
            Assert.Equal((int)HttpStatusCode.NotFound, (await page.GotoAsync(address))!.Status);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This groove leads nowhere" })).ToBeVisibleAsync();
        }

        Assert.NotEqual(ada, eve);
    }

    private static async Task LikeAsync(IPage page)
    {
        var like = page.GetByRole(AriaRole.Button, new() { Name = "Like" });
        await like.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Like", Pressed = true })).ToBeVisibleAsync();
        await page.GetByLabel("What this track means to you").FillAsync("The ferry, at night");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the note" }).ClickAsync();
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.InteractiveAsync();
        await Expect(page.GetByLabel("What this track means to you")).ToHaveValueAsync("The ferry, at night");
    }

    private static async Task<Guid> AddAsync(TestApp app, string name) =>
        (await app.Services.GetRequiredService<Registration>().AddAsync(Features.Accounts.AccountsFixture.Wanted(name), UserRole.Member, Stop)).UserId!.Value;

    /// <summary>A demo library that belongs to a person: they may like its tracks.</summary>
    private static async Task GiveDemoAsync(TestApp app, Guid user)
    {
        var demo = await app.Services.GetRequiredService<DemoWriter>().WriteAsync(new DemoLibrary(new DemoOptions(new DateOnly(2026, 1, 31), DemoOptions.Zurich, 20_000)), Stop);
        await using var source = Npgsql.NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand(
            $"""
             insert into user_tracks select '{user}', track_id, plays, ms_played, first_played_at, last_played_at from user_tracks where user_id = '{demo}';
             insert into listening_months (user_id, month, plays, ms_played, shown_days, shown_plays, track_ids, hours, ms)
             select '{user}', month, plays, ms_played, shown_days, shown_plays, track_ids, hours, ms from listening_months where user_id = '{demo}';
             """);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
