using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Hiding;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class HiddenBrowserTests(TestCluster cluster, TestBrowser browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_HidesTheNight_SeesItMarked_AndTakesItBack()
    {
        await using var app = await TestApp.StartAsync(cluster);
        var (userId, _) = await app.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted("sleeper"), UserRole.Admin, Stop);
        var folder = Directory.CreateTempSubdirectory("mtm-hidden-");
        var evening = new DateTimeOffset(2024, 6, 1, 18, 0, 0, TimeSpan.Zero); // 20:00 in Zurich
        var export = await new SpotifyExportBuilder().Audio("2024_1", Enumerable.Range(0, 10).Select(hour => new ExtendedRow(evening.AddHours(hour)) { MsPlayed = 100_000 + hour }))
            .WriteZipAsync(Path.Combine(folder.FullName, "export.zip"));
        var imports = app.Services.GetRequiredService<ImportService>();
        var (importId, _) = await imports.BeginAsync(userId!.Value, [new(export)], uploaded: false, claimedBy: null, Stop);
        while ((await imports.FindAsync(userId.Value, importId, Stop))!.IsRunning) await Task.Delay(50, Stop);
        Assert.Equal(ImportStatus.Completed, (await imports.FindAsync(userId.Value, importId, Stop))!.Status);
        await using var window = await browser.OpenAsync(app.Address);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/hidden");
        await page.SignInAsync("sleeper", AccountsFixture.Password);
        await page.InteractiveAsync();
        await Expect(page.GetByText("Nothing is hidden.")).ToBeVisibleAsync();

        await page.GetByLabel("From").SelectOptionAsync("23:00");
        await page.GetByLabel("To", new() { Exact = true }).SelectOptionAsync("23:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide these hours" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Choose two that differ." })).ToBeVisibleAsync();
        await page.GetByLabel("To", new() { Exact = true }).SelectOptionAsync("06:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide these hours" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "7 plays are hidden." })).ToBeVisibleAsync();
        await Expect(page.GetByText("23:00 to 06:00")).ToBeVisibleAsync();
        var rules = app.Services.GetRequiredService<HidingRules>();
        await rules.HideSourceAsync(userId.Value, PlaySource.LastFm, Stop);
        await page.ReloadAsync();
        await page.InteractiveAsync();
        await page.ShowAsync("hidden");

        await page.GotoAsync("/history");
        await Expect(page.Locator(".entry", new() { HasText = "hidden" })).ToHaveCountAsync(7);
        await page.GotoAsync("/?period=all");
        await Expect(page.Locator(".eyebrow")).ToHaveTextAsync("3 plays");

        await page.GotoAsync("/hidden");
        await page.InteractiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show again: 23:00 to 06:00" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "7 plays are shown again." })).ToBeVisibleAsync();
        await page.GotoAsync("/?period=all");
        await Expect(page.Locator(".eyebrow")).ToHaveTextAsync("10 plays");
        folder.Delete(recursive: true);
    }
}
