using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Importing.Pages;
using MusicTimeMachine.Tests.Ui;
using TestContext = Xunit.TestContext;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class ImportPagesTests(UploadApp app) : UiTest, IClassFixture<UploadApp>
{
    private static readonly ImportView Running = new(
        1, ["a.zip"], ImportStatus.Adding, CurrentFile: null, 1_000, 1_000, Merged: 300, Files: 2, Rows: 1_000, Added: 250, Duplicates: 50, new SkippedRows(60, 20, 10, 5, 5), Errors: 100,
        Failure: null, Now.AddSeconds(-31), Now.AddSeconds(-30), FinishedAt: null);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ImportStatus.Waiting, "Waiting for its turn", "Cancel")]
    [InlineData(ImportStatus.Reading, "Reading the files", "Cancel")]
    [InlineData(ImportStatus.Completed, "Done. The history is empty: there is not a single play in it.", "Undo this import", "See your music")]
    [InlineData(ImportStatus.Failed, "This import failed. The disk was taken away.", "Undo this import", "See your music", "Try again")]
    [InlineData(ImportStatus.Cancelled, "You stopped this import. Nothing had been added yet.", "Undo this import", "See your music")]
    [InlineData(ImportStatus.Undone, "This import is undone.", "See your music")]
    public async Task Page_OfAnImport_SaysHowItStandsAndWhatCanBeDone(ImportStatus status, string says, params string[] actions)
    {
        var main = await ShowAsync(new Import { Status = status, Failure = status is ImportStatus.Failed ? "The disk was taken away." : null });

        Assert.Equal("mine.zip", main.QuerySelector("h1")!.TextContent);
        Assert.Contains(says, TextOf(main), StringComparison.Ordinal);
        Assert.Equal(actions, main.QuerySelectorAll(".button").Select(button => button.TextContent.Trim()));
    }

    [Theory]
    [InlineData(10, 1, 9, 0, "Done. 1 play is new in your history, and every row is accounted for.")]
    [InlineData(10, 0, 10, 0, "Done. Nothing is new, and every row is accounted for.")]
    [InlineData(2_000, 1_998, 0, 2, "Done, but not everything could be read. 1,998 plays are new in your history; 2 errors are listed below.")]
    [InlineData(2, 0, 1, 1, "Done, but not everything could be read. Nothing is new; 1 error is listed below.")]
    public async Task Page_OfACompletedImport_SaysWhatIsNew(long rows, long added, long duplicates, long errors, string says)
    {
        var main = await ShowAsync(new Import { Status = ImportStatus.Completed, Files = 1, Rows = rows, Added = added, Duplicates = duplicates, Errors = errors });

        Assert.Equal(says, TextOf(main.QuerySelector("[role=status]")!));
        Assert.Equal(["Undo this import", "See your music"], main.QuerySelectorAll(".button").Select(button => button.TextContent.Trim()));
        Assert.NotNull(main.QuerySelector(".account"));
    }

    [Fact]
    public async Task Page_OfAnImportWithNothingReadable_SaysSoAndAsksForOtherFiles()
    {
        var main = await ShowAsync(new Import { Status = ImportStatus.Completed, Rows = 3, Errors = 3 });

        Assert.Equal("Nothing could be imported. What is wrong is listed below. Your history is as it was.", TextOf(main.QuerySelector("[role=alert]")!));
        Assert.Equal(["Bring other files"], main.QuerySelectorAll(".button").Select(button => button.TextContent.Trim()));
        Assert.Null(main.QuerySelector(".account"));
    }

    [Theory]
    [InlineData(999, "Brought in on 2 January 1970, 01:00")]
    [InlineData(1_000, "Brought in on 2 January 1970, 01:00 · done in 4 s · 250 rows a second")]
    public async Task Page_OfACompletedImport_TellsThePaceOfALargeOne(long rows, string says)
    {
        var begun = DateTimeOffset.UnixEpoch.AddDays(1);

        var main = await ShowAsync(new Import { Status = ImportStatus.Completed, Files = 1, Rows = rows, Added = rows, CreatedAt = begun, StartedAt = begun, FinishedAt = begun.AddSeconds(4) });

        Assert.Contains(says, main.QuerySelectorAll("p").Select(TextOf));
    }

    [Fact]
    public void Summary_Parts_AddUpToTheRowsRead()
    {
        foreach (var import in (ImportView[])[Running, Running with { Status = ImportStatus.Cancelled }, Running with { Status = ImportStatus.Completed, Duplicates = 550 }])
        {
            var table = Render<ImportSummary>(parameters => parameters.Add(summary => summary.Import, import));

            Assert.Equal(["1,000"], Texts(table, "tfoot td"));
            Assert.Equal(1_000, Texts(table, "tbody td").Sum(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));
            Assert.Equal(import.Remaining > 0 ? 9 : 8, Texts(table, "tbody tr").Count);
        }
    }

    [Fact]
    public void Running_Import_TellsPaceAndTimeLeft()
    {
        var panel = Render<ImportRunning>(parameters => parameters.Add(running => running.Import, Running).Add(running => running.Now, Now));

        // A third is for reading; of the 800 plays 300 are written.
        Assert.Equal(["1,000", "250", "33", "about 21 s"], Texts(panel, "dd"));
        Assert.Equal("Adding the plays to your history, 58 %, 1,000 rows read", panel.Find("progress").GetAttribute("aria-valuetext"));
        Assert.Equal(["300 of 800 plays compared with what you have"], Texts(panel, "p"));
    }

    [Fact]
    public void Title_OfSeveralFiles_CountsThem() =>
        Assert.Equal(("a.zip", "3 files"), (Running.Title, (Running with { Names = ["a", "b", "c"] }).Title));

    /// <summary>The page of an import that somebody new has.</summary>
    private async Task<IElement> ShowAsync(Import import)
    {
        using var browser = await app.SignInAsync();
        await using (var context = await app.App.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(Stop))
        {
            import.Names = ["mine.zip"];
            import.FinishedAt ??= DateTimeOffset.UnixEpoch;
            import.UserId = await context.Users.OrderByDescending(user => user.CreatedAt).Where(user => !user.Demo).Select(user => user.Id).FirstAsync(Stop);
            context.Imports.Add(import);
            await context.SaveChangesAsync(Stop);
        }

        return (await browser.Forms.ReadAsync($"/imports/{import.Id}")).QuerySelector("main")!;
    }

    private static string TextOf(IElement element) => string.Join(' ', element.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
