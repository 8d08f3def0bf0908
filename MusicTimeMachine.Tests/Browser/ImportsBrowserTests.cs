using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace MusicTimeMachine.Tests.Browser;

public sealed class ImportsBrowserTests(TestCluster cluster, TestBrowser browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Zip_DroppedOnThePage_IsImportedAccountedForAndUndone()
    {
        await using var app = await StartAsync();
        await using var window = await browser.OpenAsync(app.Address);
        var page = await OpenAsync(window);
        var problems = page.Problems();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing to drop yet?" })).ToBeVisibleAsync();
        await page.ShowAsync("imports-empty");

        var rows = InventedListening.Rows(4_000).ToList();
        var zip = new SpotifyExportBuilder()
            .Audio("2015-2020_1", rows.Take(2_000)).Audio("2020-2025_2", rows.Skip(1_800)).Video("2020-2025", rows.Take(12))
            .Account(rows.Where(row => row.Track is not null).TakeLast(300).Select(row => new AccountRow(row.Ts) { Track = row.Track!, Artist = row.Artist!, MsPlayed = row.MsPlayed!.Value }))
            .File("Spotify Extended Streaming History/Streaming_History_Audio_2026_3.json", """[{"ts":"2026-02-30T10:00:00Z","ms_played":31000},{"ts":"2026-01-30T10:00:00Z","ms_played":31000,"spotify_track_uri":"spotify:track:000000000000000000zzzz","master_metadata_track_name":"Late Train","master_metadata_album_artist_name":"Ida Brandt"},{"ts":"2026-0""")
            .Companions().Zip();
        await page.DropAsync(page.Locator("label.zone"), ("my_spotify_data.zip", zip));

        await page.WaitForURLAsync("**/imports/*");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "my_spotify_data.zip" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Done, but not everything could be read.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var account = page.GetByRole(AriaRole.Table, new() { Name = "The account of this import" });
        var numbers = await account.Locator("tbody td").AllInnerTextsAsync();
        Assert.Equal("4,515", await account.Locator("tfoot td").InnerTextAsync());
        Assert.Equal(4_515, numbers.Sum(number => int.Parse(number, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture)));
        await Expect(account.GetByRole(AriaRole.Row, new() { Name = "Videos" })).ToContainTextAsync("12");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "What could not be read" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Expect(page.GetByText("Streaming_History_Audio_2020-2025_2.json")).ToBeVisibleAsync();
        await page.ShowAsync("import-done");

        // Another import, by the file dialog; it finds everything there already.
        await page.GotoAsync("/imports");
        await page.InteractiveAsync();
        await Expect(page.GetByLabel("Choose the files of your export")).ToBeEnabledAsync();
        await page.GetByLabel("Choose the files of your export").SetInputFilesAsync(new FilePayload { Name = "again.zip", MimeType = "application/zip", Buffer = zip });
        await page.WaitForURLAsync("**/imports/*");
        await Expect(page.GetByText("Done, but not everything could be read.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(account.GetByRole(AriaRole.Row, new() { Name = "Plays added" }).GetByRole(AriaRole.Cell)).ToHaveTextAsync("0");
        await page.GotoAsync("/imports");
        await page.InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "again.zip" })).ToBeVisibleAsync();
        await page.ShowAsync("imports");

        // The first one is undone: what the second one saw too stays, and it saw everything.
        await page.GetByRole(AriaRole.Link, new() { Name = "my_spotify_data.zip" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo this import" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("No play goes out of your history");
        await page.ShowAsync("import-undo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it out" }).ClickAsync();
        await Expect(page.GetByText("This import is undone.")).ToBeVisibleAsync();
        await using var context = await app.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop);
        Assert.Equal(await context.Plays.CountAsync(Stop), await context.Plays.CountAsync(play => play.ImportId == context.Imports.Max(import => import.Id), Stop));
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Files_ThatAreNoHistory_AreSaidToBeSo()
    {
        await using var app = await StartAsync();
        await using var window = await browser.OpenAsync(app.Address);
        var page = await OpenAsync(window);
        var problems = page.Problems();
        await Expect(page.GetByLabel("Choose the files of your export")).ToBeEnabledAsync();
        var longName = new string('w', 200) + ".json";

        await page.DropAsync(page.Locator("label.zone"), (longName, "Dear diary"u8.ToArray()));

        await page.WaitForURLAsync("**/imports/*");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing could be imported.", new() { Timeout = 60_000 });
        var errors = page.GetByRole(AriaRole.Group, new() { Name = "What could not be read" });
        await Expect(errors.GetByRole(AriaRole.Listitem)).ToContainTextAsync($"{longName} is no listening history that can be read");
        Assert.Equal(0, await errors.EvaluateAsync<int>("list => list.scrollWidth - list.clientWidth"));
        await page.ShowAsync("import-nothing");
        await page.GetByRole(AriaRole.Link, new() { Name = "Bring other files" }).ClickAsync();
        await Expect(page.GetByText("Unreadable")).ToBeVisibleAsync();
        await page.ShowAsync("imports-nothing");
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Import_WhileItRuns_ShowsHowFarItIsAndCanBeStopped()
    {
        await using var app = await StartAsync();
        await using var window = await browser.OpenAsync(app.Address);
        var page = await OpenAsync(window);
        var problems = page.Problems();
        var zip = new SpotifyExportBuilder().Audio("2015-2025_1", InventedListening.Rows(150_000)).Zip();
        await Expect(page.GetByLabel("Choose the files of your export")).ToBeEnabledAsync();
        await page.GetByLabel("Choose the files of your export").SetInputFilesAsync(new FilePayload { Name = "my_spotify_data.zip", MimeType = "application/zip", Buffer = zip });

        await page.WaitForURLAsync("**/imports/*");
        await Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "Adding the plays to your history" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "import-running.png"), FullPage = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await Expect(page.GetByText("You stopped this import.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo this import" })).ToBeVisibleAsync();
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Upload_UnderWay_CanBeCancelled()
    {
        await using var app = await StartAsync();
        await using var window = await browser.OpenAsync(app.Address);
        var page = await OpenAsync(window);
        var problems = page.Problems();
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/imports/upload", _ => held.Task); // A network that takes its time.
        await Expect(page.GetByLabel("Choose the files of your export")).ToBeEnabledAsync();

        await page.DropAsync(page.Locator("label.zone"), ("slow.zip", new byte[800_000]));
        await Expect(page.GetByText("Uploading slow.zip")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "Uploaded" })).ToBeVisibleAsync();
        await page.ShowAsync("imports-uploading");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel the upload" }).ClickAsync();

        await Expect(page.GetByText("Drop your Spotify export here")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Choose the files of your export")).ToBeEnabledAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        held.SetResult();
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Upload_ThatIsTooBig_IsRefusedBeforeItIsSent()
    {
        await using var app = await StartAsync(("Imports:MaxUploadBytes", "1048576"));
        await using var window = await browser.OpenAsync(app.Address);
        var page = await OpenAsync(window);
        await Expect(page.GetByLabel("Choose the files of your export")).ToBeEnabledAsync();

        await page.DropAsync(page.Locator("label.zone"), ("big.zip", new byte[1_200_000]));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That is more than 1.0 MB");
        await page.DropAsync(page.Locator("label.zone"), ("empty.json", []));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("empty.json is empty.");
        await Expect(page).ToHaveURLAsync("/imports");
    }

    private async Task<TestApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var app = await TestApp.StartAsync(cluster, [("Demo:Enabled", "true"), .. settings]);
        await app.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted("ada"), UserRole.Admin, Stop);
        return app;
    }

    private static async Task<IPage> OpenAsync(IBrowserContext window)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync("/imports");
        await page.SignInAsync("ada", AccountsFixture.Password);
        await Expect(page).ToHaveURLAsync("/imports");
        await page.InteractiveAsync();
        return page;
    }
}
