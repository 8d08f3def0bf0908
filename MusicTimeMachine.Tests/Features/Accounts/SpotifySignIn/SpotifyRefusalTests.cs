using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Accounts.SpotifySignIn;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts.SpotifySignIn;

public sealed class SpotifyRefusalTests(TestCluster cluster)
{
    private const string Robin = "robin.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refusals_OfSpotify_EndWithASentence()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        await app.OpenRegistrationAsync();
        var spotify = app.World.Apps[0];

        Assert.Equal("/sign-in?spotify=denied", await SpotifySignInApp.WalkAsync(app.Open(), "/sign-in", Robin, allow: false));
        Assert.Equal("/sign-in?spotify=notallowed", await SpotifySignInApp.WalkAsync(app.Open(), "/sign-in", "noa.example"));
        spotify.OwnerHasPremium = false;
        Assert.Equal("/sign-in?spotify=nopremium", await SpotifySignInApp.WalkAsync(app.Open(), "/sign-in", Robin));
        spotify.OwnerHasPremium = true;
        spotify.WithheldScopes.Add("user-library-read");
        Assert.Equal("/sign-in?spotify=incomplete", await SpotifySignInApp.WalkAsync(app.Open(), "/sign-in", Robin));
        Assert.Equal("/settings?spotify=incomplete#spotify", await SpotifySignInApp.WalkAsync(await app.SignInAsync("ada"), "/settings", Robin));
        spotify.WithheldScopes.Clear();
        app.World.Faults.Add(new FakeFault(FaultKind.Quota, TimeSpan.FromHours(3), Path: "/v1/me"));
        Assert.Equal("/sign-in?spotify=busy", await SpotifySignInApp.WalkAsync(app.Open(), "/sign-in", Robin));
        using (var browser = app.Open())
        {
            var state = QueryHelpers.ParseQuery((await SpotifySignInApp.BeginAsync(browser, "/sign-in")).Query)["state"].ToString();
            Assert.Equal("/sign-in?spotify=unavailable", FormClient.TargetOf(await browser.Http.GetAsync($"/signin-spotify?error=server_error&state={Uri.EscapeDataString(state)}", Stop)));
        }

        app.World.Faults.Add(new FakeFault(FaultKind.WrongContentType, Path: "/api/token"));
        Assert.Equal("/sign-in?spotify=unavailable", await SpotifySignInApp.WalkAsync(app.Open(), "/sign-in", Robin));

        Assert.Single(await app.App.Services.GetRequiredService<People>().ListAsync(Stop));
        using var reader = app.Open();
        foreach (var outcome in Enum.GetValues<SpotifyOutcome>())
        {
            var page = await reader.ReadAsync(SpotifyOutcomes.On("/sign-in", outcome));
            Assert.Equal(outcome.Sentence(), page.QuerySelector(".notice")!.TextContent.Trim());
        }

        Assert.Null((await reader.ReadAsync("/sign-in?spotify=3")).QuerySelector(".notice"));
    }

    [Fact]
    public async Task Stranger_WhileRegistrationIsClosed_AndADisabledPerson_StayOutside()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        Assert.Equal("/sign-in?spotify=closed", await SpotifySignInApp.WalkAsync(app.Open(), "/sign-in", Robin));
        await app.OpenRegistrationAsync();
        await SpotifySignInApp.WalkAsync(app.Open(), "/sign-in", Robin);
        var people = app.App.Services.GetRequiredService<People>();
        await people.SetDisabledAsync((await people.ListAsync(Stop)).Single(person => person.Name != "ada").Id, true, Stop);

        Assert.Equal("/sign-in?spotify=disabled", await SpotifySignInApp.WalkAsync(app.Open(), "/sign-in", Robin));
    }

    [Fact]
    public async Task WayBack_WithoutItsBeginning_IsLost()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        await app.OpenRegistrationAsync();
        using var browser = app.Open();
        using var other = app.Open();
        var back = await SpotifySignInApp.DecideAsync(await SpotifySignInApp.BeginAsync(browser, "/sign-in"), Robin);

        Assert.Equal("/sign-in?spotify=lost", FormClient.TargetOf(await other.Http.GetAsync(back, Stop)));
        Assert.Equal("/sign-in?spotify=lost", FormClient.TargetOf(await browser.Http.GetAsync("/signin-spotify?code=x&state=made-up", Stop)));
        Assert.Equal("/sign-in?spotify=lost", FormClient.TargetOf(await browser.Http.GetAsync("/signin-spotify", Stop)));
        Assert.Equal("/", FormClient.TargetOf(await browser.Http.GetAsync(back, Stop)));
        Assert.NotEqual("/", FormClient.TargetOf(await browser.Http.GetAsync(back, Stop)));
    }

    [Fact]
    public async Task Connecting_BegunByOnePerson_IsNotEndedByAnother()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        await app.App.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted("bea"), UserRole.Member, Stop);
        using var browser = await app.SignInAsync("ada");
        var back = await SpotifySignInApp.DecideAsync(await SpotifySignInApp.BeginAsync(browser, "/settings"), Robin);
        await browser.SendAsync("/", "/account/sign-out");
        await AccountsApp.SendAsync(browser, "bea", AccountsFixture.Password);

        Assert.Equal("/settings?spotify=lost#spotify", FormClient.TargetOf(await browser.Http.GetAsync(back, Stop)));

        using var ada = await app.SignInAsync("ada");
        Assert.Equal("/settings?spotify=connected#spotify", await SpotifySignInApp.WalkAsync(ada, "/settings", Robin));
        Assert.Equal("/settings?spotify=taken#spotify", await SpotifySignInApp.WalkAsync(browser, "/settings", Robin));
        Assert.DoesNotContain("Robin", (await browser.ReadAsync("/settings")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_ThatSpotifyWouldNotReturnTo_IsToldBeforehand()
    {
        await using var app = await SpotifySignInApp.StartAsync(cluster);
        using var browser = new FormClient(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new UriBuilder(app.App.Address) { Host = "localhost" }.Uri });

        Assert.Equal("/sign-in?spotify=wrongaddress", FormClient.TargetOf(await browser.SendAsync("/sign-in", "/account/spotify")));
    }

    [Fact]
    public async Task Server_WithoutAnApp_OffersNothing()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await app.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted("ada"), UserRole.Admin, Stop);
        using var browser = new FormClient(app.CreateClient());

        Assert.Null((await browser.ReadAsync("/sign-in")).QuerySelector("form[action='/account/spotify']"));
        await AccountsApp.SendAsync(browser, "ada", AccountsFixture.Password);
        var panel = (await browser.ReadAsync("/settings")).QuerySelector("#spotify")!;
        Assert.Null(panel.QuerySelector("form[action='/account/spotify']"));
        Assert.Contains("This server has no Spotify app.", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("Spotify:ClientId is not set.", (await browser.ReadAsync("/admin/spotify")).Body!.TextContent, StringComparison.Ordinal);
    }
}
