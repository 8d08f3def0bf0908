using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MusicTimeMachine.FakeSpotify;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts.SpotifySignIn;

/// <summary>The real application with an administrator called "ada", a stand-in for Spotify, and everything that is logged.</summary>
public sealed class SpotifySignInApp : IAsyncDisposable
{
    private static readonly string[] Chatty = ["MusicTimeMachine", "System.Net.Http", "Microsoft.AspNetCore.Authentication"];

    private SpotifySignInApp(TestApp app, FakeSpotifyServer server, TestLog log) => (App, Server, Log) = (app, server, log);

    public TestApp App { get; }

    public FakeSpotifyServer Server { get; }

    public FakeWorld World => Server.World;

    public TestLog Log { get; }

    public static async Task<SpotifySignInApp> StartAsync(TestCluster cluster)
    {
        var server = await FakeSpotifyServer.StartAsync(FakeWorld.Invented(TimeProvider.System));
        var log = new TestLog(LogLevel.Trace);
        var app = await TestApp.StartAsync(
            cluster,
            builder =>
            {
                foreach (var category in Chatty) builder.Configuration["Logging:LogLevel:" + category] = "Trace";
                builder.Logging.AddProvider(log);
            },
            ("Spotify:ClientId", FakeWorld.ClientId), ("Spotify:ClientSecret", FakeWorld.ClientSecret), ("Spotify:MinimumGapMilliseconds", "0"),
            ("Spotify:AccountsAddress", server.Address.AbsoluteUri), ("Spotify:ApiAddress", server.Api.AbsoluteUri), ("Accounts:SignInsPerMinute", "1000"));
        await app.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted("ada"), UserRole.Admin, TestContext.Current.CancellationToken);
        return new SpotifySignInApp(app, server, log);
    }

    public Task OpenRegistrationAsync() => App.Services.GetRequiredService<People>().OpenRegistrationAsync(true, TestContext.Current.CancellationToken);

    /// <summary>A browser without JavaScript; redirects are not followed.</summary>
    public FormClient Open() => new(App.CreateClient());

    /// <summary>A browser in which the person has signed in with a password.</summary>
    public async Task<FormClient> SignInAsync(string name)
    {
        var browser = Open();
        Assert.Equal("/", FormClient.TargetOf(await AccountsApp.SendAsync(browser, name, AccountsFixture.Password)));
        return browser;
    }

    /// <summary>Goes to Spotify from a page, chooses there, and comes back.</summary>
    /// <returns>Where the way ends, such as "/".</returns>
    public static async Task<string?> WalkAsync(FormClient browser, string page, string personId, bool allow = true)
    {
        var back = await DecideAsync(await BeginAsync(browser, page), personId, allow);
        return FormClient.TargetOf(await browser.Http.GetAsync(back, TestContext.Current.CancellationToken));
    }

    /// <summary>Presses the button of a page.</summary>
    /// <returns>Where it leads at Spotify.</returns>
    public static async Task<Uri> BeginAsync(FormClient browser, string page) => (await browser.SendAsync(page, "/account/spotify")).Headers.Location!;

    /// <summary>Allows at Spotify what is asked, or not.</summary>
    /// <returns>The way back.</returns>
    public static async Task<Uri> DecideAsync(Uri there, string personId, bool allow = true)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        var page = new HtmlParser().ParseDocument(await http.GetStringAsync(there, TestContext.Current.CancellationToken));
        var fields = page.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Append(KeyValuePair.Create("person", personId)).Append(KeyValuePair.Create("decision", allow ? "allow" : "deny"));
        return (await http.PostAsync(new Uri(there, "/authorize"), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken)).Headers.Location!;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Server.DisposeAsync();
    }
}
