using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class WelcomePageTests(TestCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstVisit_AnyPage_LeadsToTheWelcomeUntilThereIsAnAdministrator()
    {
        await using var app = await TestApp.StartAsync(cluster);
        using var browser = new FormClient(app.CreateClient());
        foreach (var path in (string[])["/", "/settings", "/no-such-page"]) Assert.Equal("/welcome", await EndAsync(browser.Http, path));
        Assert.Equal("/welcome", await EndAsync(browser.Http, "/register"));
        Assert.DoesNotContain("demo", (await browser.ReadAsync("/welcome")).Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Http.PostAsync("/account/look-around", await EmptyFormAsync(browser), Stop)).StatusCode);

        var answer = await browser.SendAsync("/welcome", null, Entry("grace"));

        Assert.Equal((HttpStatusCode.Found, "/"), (answer.StatusCode, FormClient.TargetOf(answer)));
        await using var context = await app.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop);
        var user = await context.Users.SingleAsync(Stop);
        Assert.Equal(("grace", "Grace", UserRole.Admin, "Asia/Kolkata"), (user.Name, user.DisplayName, user.Role, user.TimeZone));
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/settings", Stop)).StatusCode);
        using var stranger = app.CreateClient();
        Assert.Equal("/sign-in", await EndAsync(stranger, "/welcome"));
    }

    [Fact]
    public async Task FirstVisit_WrongEntries_AreMarkedAndKeptExceptForPasswords()
    {
        await using var app = await TestApp.StartAsync(cluster);
        using var browser = new FormClient(app.CreateClient());

        var answer = await browser.SendAsync("/welcome", null, ("Wanted.Name", "gr\tace"), ("Wanted.Password", "short"), ("Wanted.RepeatedPassword", "short"), ("Wanted.TimeZone", "Europe/Paris"));

        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.DoesNotContain("short\"", html, StringComparison.Ordinal);
        var page = await FormClient.ReadAsync(answer);
        Assert.Equal("gr\tace", page.QuerySelector("#account-name")!.GetAttribute("value"));
        Assert.Equal("account-name-error", page.QuerySelector("#account-name[aria-invalid=true]")!.GetAttribute("aria-describedby"));
        Assert.Equal("The password is too short: 5 characters, and 10 are the fewest.", page.QuerySelector("#account-password-error")!.TextContent);
        Assert.Equal("Europe/Paris", page.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.False(page.QuerySelector("select")!.HasAttribute("data-browser-time-zone"));
    }

    [Fact]
    public async Task LookAround_InTheDemo_ShowsTheLibraryAndChangesNothing()
    {
        await using var app = await TestApp.StartAsync(cluster, ("Demo:Enabled", "true"));
        using var browser = new FormClient(app.CreateClient());

        var answer = await browser.SendAsync("/welcome", "/account/look-around");

        Assert.Equal((HttpStatusCode.Found, "/"), (answer.StatusCode, FormClient.TargetOf(answer)));
        foreach (var closed in (string[])["/settings", "/settings/password", "/admin"])
        {
            var denied = await browser.Http.GetAsync(closed, Stop);
            Assert.Equal((HttpStatusCode.Found, "/denied"), (denied.StatusCode, denied.Headers.Location!.AbsolutePath));
        }

        var services = app.Services;
        var demoId = await services.GetRequiredService<DemoAccount>().EnsureAsync(Stop);
        await using (var context = await services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop))
        {
            Assert.Equal(60_000, await context.Plays.CountAsync(play => play.UserId == demoId, Stop));
            Assert.Equal((demoId, UserRole.Member, true), await context.Users.Select(user => new ValueTuple<Guid, UserRole, bool>(user.Id, user.Role, user.Demo)).SingleAsync(Stop));
        }

        Assert.Equal("This is the demo library", (await browser.ReadAsync("/denied")).QuerySelector("h1")!.TextContent);
        Assert.Equal("Welcome", (await browser.ReadAsync("/welcome")).QuerySelector("h1")!.TextContent);
        var left = await browser.SendAsync("/denied", "/account/sign-out");
        Assert.Equal("/sign-in", FormClient.TargetOf(left));
        Assert.Equal("/welcome", await EndAsync(browser.Http, "/"));
    }

    [Fact]
    public async Task LookAround_ThenTheFirstAccount_IsTheAdministrators()
    {
        await using var app = await TestApp.StartAsync(cluster, ("Demo:Enabled", "true"));
        using var browser = new FormClient(app.CreateClient());
        await browser.SendAsync("/welcome", "/account/look-around");

        await browser.SendAsync("/welcome", null, Entry("first"));

        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/admin", Stop)).StatusCode);
    }

    private static (string, string)[] Entry(string name) =>
    [
        ("Wanted.Name", name), ("Wanted.DisplayName", "Grace"), ("Wanted.Password", AccountsFixture.Password),
        ("Wanted.RepeatedPassword", AccountsFixture.Password), ("Wanted.TimeZone", "Asia/Calcutta"),
    ];

    private static async Task<FormUrlEncodedContent> EmptyFormAsync(FormClient browser) => new(
        [new("__RequestVerificationToken", (await browser.ReadAsync("/welcome")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"))]);

    /// <summary>Where a browser ends up that asks for the path.</summary>
    private static async Task<string> EndAsync(HttpClient http, string path)
    {
        for (var hop = 0; hop < 5; hop++)
        {
            var answer = await http.GetAsync(path, Stop);
            if (answer.Headers.Location is not { } next) return path;
            path = new Uri(http.BaseAddress!, next).AbsolutePath;
        }

        return "a circle";
    }
}
