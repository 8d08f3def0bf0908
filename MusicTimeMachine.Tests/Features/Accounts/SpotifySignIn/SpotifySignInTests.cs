using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts.SpotifySignIn;

public sealed class SpotifySignInTests(TestCluster cluster)
{
    private const string Robin = "robin.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewPerson_GetsAnAccountAndASession_AndComesBackToIt()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        await app.OpenRegistrationAsync();
        using var browser = app.Open();

        Assert.Equal("/", await SpotifySignInApp.WalkAsync(browser, "/sign-in", Robin));

        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/settings", Stop)).StatusCode);
        await using var context = await ContextAsync(app);
        var user = await context.Users.SingleAsync(user => user.Name != "ada", Stop);
        Assert.Equal(("Robin Example", "Robin Example", null, UserRole.Member), (user.Name, user.DisplayName, user.PasswordHash, user.Role));
        await browser.SendAsync("/", "/account/sign-out");
        Assert.Equal(HttpStatusCode.Found, (await browser.Http.GetAsync("/settings", Stop)).StatusCode);
        Assert.Equal("/history", await SpotifySignInApp.WalkAsync(browser, "/sign-in?returnUrl=%2Fhistory", Robin));
        Assert.Equal(2, await context.Users.CountAsync(Stop));
        Assert.Equal("/", await SpotifySignInApp.WalkAsync(app.Open(), "/sign-in?returnUrl=%2F%2Felsewhere.example", Robin));
    }

    [Fact]
    public async Task NewPerson_WithANameThatIsTaken_GetsANumber_AndInTwoWindowsOneAccount()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        await app.OpenRegistrationAsync();
        await app.App.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted("robin example"), UserRole.Member, Stop);

        var ends = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SpotifySignInApp.WalkAsync(app.Open(), "/sign-in", Robin)));

        Assert.All(ends, end => Assert.Equal("/", end));
        await using var context = await ContextAsync(app);
        Assert.Equal(["Robin Example 2", "ada", "robin example"], await context.Users.OrderBy(user => user.Name).Select(user => user.Name).ToListAsync(Stop));
    }

    [Fact]
    public async Task NewPerson_SetsAPassword_AndOnlyThenDisconnects()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        await app.OpenRegistrationAsync();
        using var browser = app.Open();
        await SpotifySignInApp.WalkAsync(browser, "/sign-in", Robin);
        Assert.Null((await browser.ReadAsync("/settings/password")).QuerySelector("#current-password"));

        var answer = await browser.SendAsync("/settings/password", null, ("Form.Password", AccountsFixture.Password), ("Form.Repeated", AccountsFixture.Password));

        Assert.Equal("/settings?changed=password", FormClient.TargetOf(answer));
        Assert.NotNull((await browser.ReadAsync("/settings/password")).QuerySelector("#current-password"));
        using var elsewhere = await app.SignInAsync("Robin Example");
    }

    [Fact]
    public async Task LocalAccount_Connects_AndThenSignsInWithEither()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        using var browser = await app.SignInAsync("ada");

        Assert.Equal("/settings?spotify=connected#spotify", await SpotifySignInApp.WalkAsync(browser, "/settings", Robin));

        var page = (await browser.ReadAsync("/settings?spotify=connected")).QuerySelector("#spotify")!.TextContent;
        Assert.Contains("Your Spotify account is connected.", page, StringComparison.Ordinal);
        Assert.Contains("Connected as Robin Example, through the server's app.", page, StringComparison.Ordinal);
        using var elsewhere = app.Open();
        Assert.Equal("/", await SpotifySignInApp.WalkAsync(elsewhere, "/sign-in", Robin));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.Http.GetAsync("/admin/spotify", Stop)).StatusCode);
    }

    [Fact]
    public async Task Way_CarriesStateAndChallenge_AndAsksAgainWhenConnecting()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        using var stranger = app.Open();
        using var ada = await app.SignInAsync("ada");

        var (signIn, link) = (await SpotifySignInApp.BeginAsync(stranger, "/sign-in"), await SpotifySignInApp.BeginAsync(ada, "/settings"));

        var query = QueryHelpers.ParseQuery(signIn.Query);
        Assert.Equal((FakeWorld.ClientId, "code", "S256", new Uri(app.App.Address, "signin-spotify").AbsoluteUri), (query["client_id"].ToString(), query["response_type"].ToString(), query["code_challenge_method"].ToString(), query["redirect_uri"].ToString()));
        Assert.Equal(string.Join(' ', SpotifyScopes.Needed), query["scope"]);
        Assert.True(query["state"].ToString().Length > 40 && query["code_challenge"].ToString().Length == 43);
        Assert.False(query.ContainsKey("show_dialog"));
        Assert.Equal("true", QueryHelpers.ParseQuery(link.Query)["show_dialog"]);
        Assert.DoesNotContain(FakeWorld.ClientSecret, signIn.AbsoluteUri + link.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnApp_IsUsedForItsOwner_FromBeginningToEnd()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        var own = new FakeApp("0000111122223333", "4444555566667777");
        own.Register(new Uri(app.App.Address, "signin-spotify").AbsoluteUri);
        own.AllowList.Add("noa.example");
        app.World.Apps.Add(own);
        using var ada = await app.SignInAsync("ada");
        var userId = (await app.App.Services.GetRequiredService<People>().ListAsync(Stop)).Single().Id;
        Assert.Null(await app.App.Services.GetRequiredService<SpotifyApps>().KeepOwnAsync(userId, own.ClientId, own.ClientSecret, Stop));

        Assert.Equal("/settings?spotify=connected#spotify", await SpotifySignInApp.WalkAsync(ada, "/settings", "noa.example"));

        Assert.True((await app.App.Services.GetRequiredService<SpotifyAccounts>().StateAsync(userId, Stop)).Link is { OwnApp: true, Name: "Noa Example" });
    }

    [Fact]
    public async Task Permission_NearItsEndOrOver_IsToldOnEveryPage()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        using var ada = await app.SignInAsync("ada");
        await SpotifySignInApp.WalkAsync(ada, "/settings", Robin);
        await using var context = await ContextAsync(app);
        Assert.DoesNotContain("Connect it again", await ada.Http.GetStringAsync("/history", Stop), StringComparison.Ordinal);

        await context.Database.ExecuteSqlAsync($"update spotify_accounts set authorized_at = now() - interval '5 months 1 day'", Stop);
        Assert.Contains("Your permission for Spotify ends within a month", await ada.Http.GetStringAsync("/history", Stop), StringComparison.Ordinal);
        await context.Database.ExecuteSqlAsync($"update spotify_accounts set needs_reconnect = true", Stop);
        Assert.Contains("Spotify does not answer for you any more", await ada.Http.GetStringAsync("/imports", Stop), StringComparison.Ordinal);
        Assert.Contains("Spotify does not answer any more until you connect it again.", (await ada.ReadAsync("/settings")).QuerySelector("#spotify")!.TextContent, StringComparison.Ordinal);

        Assert.Equal("/settings?spotify=connected#spotify", await SpotifySignInApp.WalkAsync(ada, "/settings", Robin));
        Assert.DoesNotContain("Connect it again", await ada.Http.GetStringAsync("/history", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_ReachNeitherLogNorPageNorCookie()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        await app.OpenRegistrationAsync();
        using var browser = app.Open();
        var back = await SpotifySignInApp.DecideAsync(await SpotifySignInApp.BeginAsync(browser, "/sign-in"), Robin);
        var arrived = await browser.Http.GetAsync(back, Stop);
        Assert.Equal("/", FormClient.TargetOf(arrived));
        var userId = (await app.App.Services.GetRequiredService<People>().ListAsync(Stop)).Single(person => person.Name != "ada").Id;
        var (access, api) = (app.App.Services.GetRequiredService<SpotifyAccess>(), app.App.Services.GetRequiredService<SpotifyApi>());
        app.World.Grants.EndAccess();
        Assert.Equal(Robin, await access.CallAsync(userId, async pass => (await api.ProfileAsync(pass, Stop)).Id, Stop));
        app.World.Grants.Revoke();
        app.World.Grants.EndAccess();
        await Assert.ThrowsAsync<SpotifyException>(() => access.CallAsync(userId, async pass => (await api.ProfileAsync(pass, Stop)).Id, Stop));

        List<string> seen = [.. app.Log.Lines, arrived.Headers.ToString()];
        foreach (var page in (string[])["/", "/settings", "/settings?spotify=connected"]) seen.Add(await browser.Http.GetStringAsync(page, Stop));
        using var ada = await app.SignInAsync("ada");
        foreach (var page in (string[])["/admin", "/admin/spotify", "/settings"]) seen.Add(await ada.Http.GetStringAsync(page, Stop));

        Assert.NotEmpty(app.Log.Lines);
        foreach (var secret in app.World.Grants.Secrets.Append(FakeWorld.ClientSecret))
            Assert.DoesNotContain(seen, text => text.Contains(secret, StringComparison.Ordinal));
    }

    private static Task<MusicContext> ContextAsync(SpotifySignInApp app) => app.App.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop);
}
