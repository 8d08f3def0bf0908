using Microsoft.Playwright;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Features.Accounts.SpotifySignIn;
using MusicTimeMachine.Tests.Infrastructure;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class SpotifyBrowserTests(TestCluster cluster, TestBrowser browser)
{
    [Fact]
    public async Task NewPerson_ComesThroughSpotify_AndReturns()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        await app.OpenRegistrationAsync();
        await using var window = await browser.OpenAsync(app.App.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();

        await page.GotoAsync("/sign-in");
        await ThroughSpotifyAsync(page, "Continue with Spotify", "Robin Example", "Deny");
        await Expect(page).ToHaveURLAsync("/sign-in?spotify=denied");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You did not allow it");
        await page.ShowAsync("sign-in-spotify");
        await ThroughSpotifyAsync(page, "Continue with Spotify", "Noa Example", "Allow");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This Spotify account may not use the app.");
        await ThroughSpotifyAsync(page, "Continue with Spotify", "Robin Example", "Allow");

        await Expect(page).ToHaveURLAsync(app.App.Address.AbsoluteUri);
        await page.InteractiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Account of Robin Example" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/sign-in");
        await page.GotoAsync("/history");
        await ThroughSpotifyAsync(page, "Continue with Spotify", "Robin Example", "Allow");
        await Expect(page).ToHaveURLAsync("/history");
        Assert.Empty(problems);
    }

    [Fact]
    public async Task LocalAccount_ConnectsSpotify_LooksAtItAndDisconnects()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        await using var window = await browser.OpenAsync(app.App.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await page.GotoAsync("/admin/spotify");
        await page.SignInAsync("ada", AccountsFixture.Password);
        await page.InteractiveAsync();
        await Expect(page.GetByLabel("Redirect address to register")).ToHaveValueAsync(new Uri(app.App.Address, "signin-spotify").AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask Spotify" }).ClickAsync();
        await Expect(page.GetByText("Spotify knows the client id and the secret.")).ToBeVisibleAsync();
        await page.ShowAsync("admin-spotify");

        await page.GotoAsync("/settings");
        await page.InteractiveAsync();
        await page.ShowAsync("settings-spotify-before");
        await ThroughSpotifyAsync(page, "Connect Spotify", "Robin Example", "Allow");
        await Expect(page.GetByText("Your Spotify account is connected.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Connected as Robin Example")).ToBeVisibleAsync();
        await page.InteractiveAsync();
        await page.ShowAsync("settings-spotify");

        await page.GetByRole(AriaRole.Button, new() { Name = "Capture now: What you play" }).ClickAsync();
        await Expect(page.Locator(".captures")).ToContainTextAsync("Last just now", new() { Timeout = 30_000 });
        await page.ShowAsync("settings-captures");
        await LoseAnHourAsync(app);
        await page.GotoAsync("/history");
        await page.InteractiveAsync();
        await Expect(page.Locator(".gap")).ToContainTextAsync("more may have been played than Spotify keeps. Your extended streaming history closes this gap.");
        await page.ShowAsync("history-gap");
        await page.GotoAsync("/settings");
        await page.InteractiveAsync();
        await Expect(page.Locator(".captures")).ToContainTextAsync("Your history has 1 gap, in which more may have been played");

        await page.GetByText("Your own Spotify app").ClickAsync();
        await page.GetByLabel("Client id").FillAsync("0000111122223333");
        await page.GetByLabel("Client secret").FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this app" }).ClickAsync();
        await Expect(page.GetByText("Spotify does not know this client id")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Disconnect" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Connect Spotify" })).ToBeVisibleAsync();
        Assert.Empty(problems);
    }

    /// <summary>Notes a gap before the second newest play.</summary>
    private static async Task LoseAnHourAsync(SpotifySignInApp app)
    {
        await using var connection = new NpgsqlConnection(app.App.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            insert into capture_gaps (user_id, from_at, until_at, found_at)
            select user_id, played_at - interval '1 minute', played_at, now() from plays order by played_at desc offset 1 limit 1
            """, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Presses a button, and says at Spotify who one is and whether one agrees.</summary>
    private static async Task ThroughSpotifyAsync(IPage page, string button, string person, string decision)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.GetByLabel(person).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = decision }).ClickAsync();
    }
}
