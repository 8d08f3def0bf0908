using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class SignInPageTests(AccountsApp accounts) : IClassFixture<AccountsApp>
{
    private const string Cookie = "music-time-machine=";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_RightPassword_SetsASafeCookieAndGoesOn()
    {
        using var browser = accounts.Open();
        var asked = await browser.Http.GetAsync("/settings?x=1", Stop);
        Assert.Equal("/sign-in?returnUrl=%2Fsettings%3Fx%3D1", asked.Headers.Location!.PathAndQuery);

        var answer = await AccountsApp.SendAsync(browser, "ADA", AccountsFixture.Password, asked.Headers.Location.PathAndQuery);

        Assert.Equal("/settings?x=1", FormClient.TargetOf(answer));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("music-time-machine=", StringComparison.Ordinal)).Split("; ");
        Assert.Equal(["path=/", "samesite=lax", "httponly"], cookie[2..]);
        Assert.InRange(DateTimeOffset.Parse(cookie[1]["expires=".Length..], null), TimeProvider.System.GetUtcNow().AddDays(29.9), TimeProvider.System.GetUtcNow().AddDays(30.1));
    }

    [Fact]
    public async Task SignIn_OverHttpsBehindAProxy_SetsASecureCookie()
    {
        using var browser = accounts.Open();
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var page = await browser.Http.GetAsync("/sign-in", Stop);

        Assert.Contains("; secure", Assert.Single(page.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        // The client refuses to send a secure cookie back over HTTP, so it is carried by hand.
        var fields = (await FormClient.ReadAsync(page)).Forms.First(form => form.QuerySelector("#sign-in-name") is not null)
            .QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        fields["Credentials.Name"] = AccountsApp.Administrator;
        fields["Credentials.Password"] = AccountsFixture.Password;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        var answer = await browser.Http.SendAsync(request, Stop);

        Assert.EndsWith("; path=/; secure; samesite=lax; httponly", answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("music-time-machine=", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("/%09/evil.example", "/%09/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("")]
    [InlineData("/settings", "/settings")]
    [InlineData("/history?from=2026-01-01&to=2026-02-01#top", "/history?from=2026-01-01&to=2026-02-01#top")]
    public async Task SignIn_ReturnUrl_StaysOnThisServer(string returnUrl, string target = "/")
    {
        Assert.Equal(target, AccountPaths.Local(returnUrl));
        using var browser = accounts.Open();

        var answer = await AccountsApp.SendAsync(browser, AccountsApp.Administrator, AccountsFixture.Password, "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(target, FormClient.TargetOf(answer));
    }

    [Fact]
    public async Task SignIn_UnknownNameOrWrongPassword_ShowsTheSamePage()
    {
        await accounts.AddAsync("page answer");
        using var browser = accounts.Open();

        var unknown = await FormClient.ReadAsync(await AccountsApp.SendAsync(browser, "page nobody", "wrong password"));
        var wrong = await FormClient.ReadAsync(await AccountsApp.SendAsync(browser, "page answer", "wrong password"));

        Assert.StartsWith("This name and password do not match.", unknown.QuerySelector("[role=alert]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(unknown.QuerySelector("[role=alert]")!.TextContent, wrong.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal(HttpStatusCode.Found, (await browser.Http.GetAsync("/settings", Stop)).StatusCode);
    }

    [Fact]
    public async Task SignOut_Form_EndsTheSession()
    {
        await accounts.AddAsync("leaving");
        using var browser = await accounts.SignInAsync("leaving");

        var answer = await browser.SendAsync("/settings", "/account/sign-out");

        Assert.Equal("/sign-in", FormClient.TargetOf(answer));
        Assert.Equal("/sign-in", (await browser.Http.GetAsync("/settings", Stop)).Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task SignOut_OneOfTwoBrowsers_EndsItsSessionForCopiesOfTheCookieToo()
    {
        await accounts.AddAsync("copied");
        using var leaving = accounts.Open();
        var cookie = CookieOf(await AccountsApp.SendAsync(leaving, "copied", AccountsFixture.Password));
        using var staying = await accounts.SignInAsync("copied");
        Assert.Equal((HttpStatusCode.OK, null), await AnswerAsync(cookie));

        var answer = await leaving.SendAsync("/settings", "/account/sign-out");

        Assert.Equal("", CookieOf(answer));
        Assert.Equal((HttpStatusCode.Found, "/sign-in"), await AnswerAsync(cookie));
        Assert.Equal(HttpStatusCode.OK, (await staying.Http.GetAsync("/settings", Stop)).StatusCode);
    }

    [Fact]
    public async Task SignIn_InABrowserWithASession_TakesItsPlace()
    {
        var (secret, _) = await accounts.App.Services.GetRequiredService<Invitations>().CreateAsync(await accounts.AddAsync("host of two"), UserRole.Member, "", Stop);
        using var browser = accounts.Open();
        var before = CookieOf(await AccountsApp.SendAsync(browser, "host of two", AccountsFixture.Password));

        var answer = await browser.SendAsync($"/invitation/{secret}", null,
            ("Wanted.Name", "second of two"), ("Wanted.Password", AccountsFixture.Password), ("Wanted.RepeatedPassword", AccountsFixture.Password), ("Wanted.TimeZone", "UTC"));

        Assert.Equal((HttpStatusCode.OK, null), await AnswerAsync(CookieOf(answer)));
        Assert.Equal((HttpStatusCode.Found, "/sign-in"), await AnswerAsync(before));
    }

    [Fact]
    public async Task ChangePassword_ByOneBrowser_SignsOutTheOtherAndRenewsItsOwnSession()
    {
        await accounts.AddAsync("two browsers");
        using var here = accounts.Open();
        var before = CookieOf(await AccountsApp.SendAsync(here, "two browsers", AccountsFixture.Password));
        using var elsewhere = await accounts.SignInAsync("two browsers");

        var answer = await here.SendAsync("/settings/password", null,
            ("Form.Current", AccountsFixture.Password), ("Form.Password", "another four words"), ("Form.Repeated", "another four words"));

        Assert.Equal("/settings?changed=password", FormClient.TargetOf(answer));
        Assert.Equal(HttpStatusCode.OK, (await here.Http.GetAsync("/settings", Stop)).StatusCode);
        Assert.Equal("/sign-in", (await elsewhere.Http.GetAsync("/settings", Stop)).Headers.Location!.AbsolutePath);
        Assert.Equal((HttpStatusCode.Found, "/sign-in"), await AnswerAsync(before));
    }

    [Fact]
    public async Task Disable_SignedInPerson_EndsTheSession()
    {
        var userId = await accounts.AddAsync("sent away");
        using var browser = await accounts.SignInAsync("sent away");

        Assert.Null(await accounts.App.Services.GetRequiredService<People>().SetDisabledAsync(userId, true, Stop));

        Assert.Equal("/sign-in", (await browser.Http.GetAsync("/settings", Stop)).Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task SetRole_SignedInPerson_OpensAndClosesTheAdminPage()
    {
        var userId = await accounts.AddAsync("promoted");
        using var browser = await accounts.SignInAsync("promoted");
        Assert.Equal("/denied", (await browser.Http.GetAsync("/admin", Stop)).Headers.Location!.AbsolutePath);

        await accounts.App.Services.GetRequiredService<People>().SetRoleAsync(userId, UserRole.Admin, Stop);
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/admin", Stop)).StatusCode);

        await accounts.App.Services.GetRequiredService<People>().SetRoleAsync(userId, UserRole.Member, Stop);
        Assert.Equal("/denied", (await browser.Http.GetAsync("/admin", Stop)).Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Invitation_Link_MakesAnAccountOnce()
    {
        var services = accounts.App.Services;
        var (secret, _) = await services.GetRequiredService<Invitations>().CreateAsync(await accounts.AddAsync("hostess", UserRole.Admin), UserRole.Member, "", Stop);
        using var guest = accounts.Open();

        var answer = await guest.SendAsync($"/invitation/{secret}", null,
            ("Wanted.Name", "guest"), ("Wanted.Password", AccountsFixture.Password), ("Wanted.RepeatedPassword", AccountsFixture.Password), ("Wanted.TimeZone", "UTC"));

        Assert.Equal("/", FormClient.TargetOf(answer));
        using var second = accounts.Open();
        var gone = await second.Http.GetAsync($"/invitation/{secret}", Stop);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Equal("This invitation cannot be used", (await FormClient.ReadAsync(gone)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Register_WhileOpen_MakesAnAccount()
    {
        using var browser = accounts.Open();
        Assert.Empty((await browser.ReadAsync("/register")).Forms);
        var people = accounts.App.Services.GetRequiredService<People>();
        await people.OpenRegistrationAsync(true, Stop);

        Assert.NotNull((await browser.ReadAsync("/sign-in")).QuerySelector("a[href='/register']"));
        var answer = await browser.SendAsync("/register", null,
            ("Wanted.Name", "newcomer"), ("Wanted.Password", AccountsFixture.Password), ("Wanted.RepeatedPassword", AccountsFixture.Password), ("Wanted.TimeZone", "UTC"));
        await people.OpenRegistrationAsync(false, Stop);

        Assert.Equal("/", FormClient.TargetOf(answer));
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/settings", Stop)).StatusCode);
    }

    /// <summary>The session's cookie as an answer sets it; empty when it takes it away.</summary>
    private static string CookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).Single(cookie => cookie.StartsWith(Cookie, StringComparison.Ordinal))[Cookie.Length..];

    /// <summary>What a page for people who signed in answers to a copied cookie.</summary>
    private async Task<(HttpStatusCode, string?)> AnswerAsync(string cookie)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(accounts.App.Address, "/settings"));
        request.Headers.Add("Cookie", Cookie + cookie);
        var answer = await http.SendAsync(request, Stop);
        return (answer.StatusCode, answer.Headers.Location?.AbsolutePath);
    }
}
