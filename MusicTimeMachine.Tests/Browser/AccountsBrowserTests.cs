using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class AccountsBrowserTests(TestCluster cluster, TestBrowser browser)
{
    private const string Password = AccountsFixture.Password;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstVisitor_BecomesAdministrator_LeavesAndComesBack()
    {
        await using var app = await TestApp.StartAsync(cluster, ("Demo:Enabled", "true"));
        await using var window = await browser.OpenAsync(app.Address, timeZone: "Asia/Calcutta");
        var page = await window.NewPageAsync();
        var problems = page.Problems();

        await page.GotoAsync("/settings");
        await Expect(page).ToHaveURLAsync("/welcome");
        await Expect(page.GetByLabel("Time zone")).ToHaveValueAsync("Asia/Calcutta");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Look around in the demo library" })).ToBeVisibleAsync();
        await page.ShowAsync("welcome");
        await page.GetByLabel("Name to sign in with").FillAsync("ada");
        await page.GetByLabel("Display name").FillAsync("Ada");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password once more").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the administrator's account" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(app.Address.AbsoluteUri);
        await page.GotoAsync("/settings");
        await page.InteractiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Account of Ada" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync("/sign-in");
        await page.ShowAsync("sign-in");

        await page.GotoAsync("/admin");
        await page.SignInAsync("ADA", Password);
        await Expect(page).ToHaveURLAsync("/admin");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Admin" })).ToBeVisibleAsync();
        await using var context = await app.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop);
        Assert.Equal(("ada", "Ada", "Asia/Kolkata", UserRole.Admin), await context.Users.Select(user => new ValueTuple<string, string, string, UserRole>(user.Name, user.DisplayName, user.TimeZone, user.Role)).SingleAsync(Stop));
        Assert.Empty(problems);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_SaysWhyTheRightOneDoesNotHelp()
    {
        await using var app = await StartAsync();
        await using var window = await browser.OpenAsync(app.Address, javaScript: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/sign-in");

        for (var n = 0; n < 5; n++) await page.SignInAsync("ada", "wrong password");
        await page.SignInAsync("ada", Password);

        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "do not match" })).ToContainTextAsync("After 5 wrong passwords in a row an account lets nobody in for 15 minutes, not even with the right one.");
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("ada");
        await Expect(page.GetByLabel("Password")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Settings_NameZoneAndToken_AreStoredAndShown()
    {
        await using var app = await StartAsync();
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await page.GotoAsync("/settings");
        await page.SignInAsync("ada", Password);
        await page.InteractiveAsync();

        await page.GetByLabel("Display name").FillAsync("Countess");
        await Expect(page.Locator("#time-zones option[value='Asia/Kolkata']")).ToHaveTextAsync("Kolkata (UTC+05:30)");
        await page.GetByLabel("Time zone").FillAsync("Asia/Calcutta");
        await page.GetByLabel("A play counts from, in seconds").FillAsync("20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Time zone")).ToHaveValueAsync("Asia/Kolkata");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Account of Countess" })).ToBeVisibleAsync();

        await page.GetByLabel("Name of the program").FillAsync("desk player");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();
        var token = await page.GetByLabel("Copy the token now").InputValueAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "desk player", Exact = true })).ToBeVisibleAsync();
        await page.ShowAsync("settings");

        await using var context = await app.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop);
        Assert.Equal(("Countess", "Asia/Kolkata", 20_000), await context.Users.Select(user => new ValueTuple<string, string, int>(user.DisplayName, user.TimeZone, user.CountedFromMs)).SingleAsync(Stop));
        Assert.NotNull(await app.Services.GetRequiredService<ApiTokens>().VerifyAsync(token, Stop));
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke the token desk player" }).ClickAsync();
        await Expect(page.GetByText("No program has a token yet.")).ToBeVisibleAsync();
        Assert.Null(await app.Services.GetRequiredService<ApiTokens>().VerifyAsync(token, Stop));
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Sessions_EndedFromAnotherPage_LeadOpenPagesToTheSignIn()
    {
        await using var app = await StartAsync();
        await using var window = await browser.OpenAsync(app.Address);
        await using var elsewhere = await browser.OpenAsync(app.Address);
        var (page, sameWindow, otherWindow) = (await OpenSettingsAsync(window), await window.NewPageAsync(), await OpenSettingsAsync(elsewhere));
        await sameWindow.GotoAsync("/history");
        await sameWindow.InteractiveAsync();
        await page.ReloadAsync();
        await page.InteractiveAsync();

        await Expect(page.GetByText("Your account is also open in 1 other browser.")).ToBeVisibleAsync();
        await page.ShowAsync("settings-sessions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" }).ClickAsync();
        await Expect(page.GetByText("You are signed out everywhere else.")).ToBeVisibleAsync();
        await Expect(otherWindow).ToHaveURLAsync("/sign-in?returnUrl=%2Fsettings", new() { Timeout = 20_000 });
        await Expect(sameWindow).ToHaveURLAsync("/history");

        await page.GetByRole(AriaRole.Button, new() { Name = "Account of ada" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        // The open page may notice by itself before the answer of the form has come, and then knows where it was.
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in(?:\\?returnUrl=%2Fsettings)?$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(sameWindow).ToHaveURLAsync("/sign-in?returnUrl=%2Fhistory", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task Admin_InvitesSomebody_WhoComesByTheLink()
    {
        await using var app = await StartAsync();
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        var problems = page.Problems();
        await page.GotoAsync("/admin");
        await page.SignInAsync("ada", Password);
        await page.InteractiveAsync();
        await page.GetByLabel("For whom").FillAsync("Ines");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        var link = await page.GetByLabel("Copy the link now").InputValueAsync();
        await page.ShowAsync("admin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make member, ada" }).ClickAsync();
        await Expect(page.GetByText(People.LastAdministrator)).ToBeVisibleAsync();

        await using var guests = await browser.OpenAsync(app.Address, javaScript: false);
        var guest = await guests.NewPageAsync();
        await guest.GotoAsync(link);
        await guest.GetByLabel("Name to sign in with").FillAsync("ines");
        await guest.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await guest.GetByLabel("Password once more").FillAsync(Password);
        await guest.GetByRole(AriaRole.Button, new() { Name = "Make my account" }).ClickAsync();

        await Expect(guest).ToHaveURLAsync(app.Address.AbsoluteUri);
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "ines" }).GetByText("Member", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Nobody is invited at the moment.")).ToBeVisibleAsync();
        Assert.Empty(problems);
    }

    private static async Task<IPage> OpenSettingsAsync(IBrowserContext window)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync("/settings");
        await page.SignInAsync("ada", Password);
        await page.InteractiveAsync();
        return page;
    }

    private async Task<TestApp> StartAsync()
    {
        var app = await TestApp.StartAsync(cluster);
        await app.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted("ada"), UserRole.Admin, Stop);
        return app;
    }
}
