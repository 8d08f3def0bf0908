using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>Rows = added + duplicates + every skipped + errors, always.</summary>
public sealed class ImportAccountTests(ImportFixture importing) : IClassFixture<ImportFixture>, IDisposable
{
    private static readonly DateTimeOffset Noon = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly GivenFiles _given = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Account_EveryKindOfRowAndFile_AddsUp()
    {
        var userId = await importing.AddUserAsync();
        var good = Played("One", 0);
        var zip = await new SpotifyExportBuilder()
            .Audio("2024_1",
                good,
                good, // exactly repeated
                good with { Ts = good.Ts.AddSeconds(20) }, // sent again
                Played("Two", 10),
                Played("Three", 20) with { Track = null, Artist = null, Album = null },
                Played("Four", 30) with { Incognito = true, MsPlayed = 5 },
                Played("Pod", 40) with { TrackUri = null, Track = null, Artist = null, EpisodeName = "Episode 1", EpisodeUri = "spotify:episode:0000000000000000000001" },
                Played("Book", 50) with { TrackUri = null, Track = null, Artist = null, AudiobookUri = "spotify:show:0000000000000000000001" },
                Played("Mine", 60) with { TrackUri = "spotify:local:Me:Tape:Mine:120" },
                Played("Nothing", 70) with { TrackUri = null, Track = null, Artist = null, Album = null })
            .Video("2024", Played("Clip", 80), Played("Clip", 90))
            .Account(new AccountRow(good.Ts) { Track = "One", Artist = good.Artist!, MsPlayed = good.MsPlayed!.Value }, new AccountRow(Noon.AddHours(9)) { Track = "Only here", Artist = "Somebody" }, new AccountRow(Noon.AddHours(10)) { Episode = "Episode 2" })
            .Companions()
            .WriteZipAsync(_given.PathOf("export.zip"));
        var damaged = _given.Write("endsong_9.json", """[{"ts":"yesterday","ms_played":1,"spotify_track_uri":"spotify:track:0000000000000000000009"},{"ts":"2024-06-01T23:00:00Z","ms_played":40000,"spotify_track_uri":"spotify:track:0000000000000000000002"},{"ts":"2024-06-01T23""");
        var notes = _given.Write("notes.txt", "Dear diary");
        var secret = _given.Write("secret.zip", [0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);

        var import = await importing.ImportAsync(userId, zip, damaged, notes, secret);
        var errors = await importing.Imports.ListErrorsAsync(userId, import.Id, 0, 100, Stop);
        var files = await importing.Imports.ListFilesAsync(userId, import.Id, 0, 100, Stop);

        Assert.Equal(ImportStatus.Completed, import.Status);
        Assert.Equal(
            (Files: 4, Rows: 20L, Added: 6L, Duplicates: 3L, new SkippedRows(Podcast: 2, Audiobook: 1, Video: 2, NoTrack: 1, Local: 1), Errors: 4L),
            (import.Files, import.Rows, import.Added, import.Duplicates, import.Skipped, import.Errors));
        Assert.Equal(import.Rows, import.Added + import.Duplicates + import.Skipped.All + import.Errors);
        Assert.Equal(0, import.Remaining);
        Assert.Equal((6, 4), await importing.Imports.CountListedAsync(userId, import.Id, Stop));
        Assert.Equal(["endsong_9.json 1", "endsong_9.json 3", "notes.txt ", "secret.zip "], errors.Select(error => $"{error.File} {error.Row}"));
        Assert.All(errors, error => Assert.EndsWith(".", error.Reason, StringComparison.Ordinal));
        Assert.Equal(
            ["endsong_9.json 3 1 0 2", "StreamingHistory_music_0.json 3 2 1 0", "Streaming_History_Audio_2024_1.json 10 6 4 0", "Streaming_History_Video_2024.json 2 0 2 0", "notes.txt 1 0 0 1", "secret.zip 1 0 0 1"],
            files.Select(file => $"{file.Name[(file.Name.LastIndexOf('/') + 1)..]} {file.Rows} {file.Plays} {file.Skipped} {file.Errors}"));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Account_FirstRowBad_TheRestIsIn()
    {
        var userId = await importing.AddUserAsync();
        var path = _given.Write("endsong_0.json", """[{"ts":null},{"ts":"2024-06-01T23:00:00Z","ms_played":40000,"spotify_track_uri":"spotify:track:0000000000000000000002"}]""");

        var import = await importing.ImportAsync(userId, path);

        Assert.Equal((2L, 1L, 1L), (import.Rows, import.Added, import.Errors));
    }

    [Fact]
    public async Task Account_TooManyBadRows_StopsAtTheFileAndStillAddsUp()
    {
        var userId = await importing.AddUserAsync();
        var bad = _given.Write("endsong_0.json", $"[{string.Join(',', Enumerable.Repeat("{\"ts\":\"never\",\"ms_played\":1}", 30))}]");
        var good = _given.Write("endsong_1.json", await Reading.JsonAsync(Played("One", 0)));
        importing.Settings.MaxErrors = 10;
        try
        {
            var import = await importing.ImportAsync(userId, bad, good);

            Assert.Equal((12L, 1L, 11L), (import.Rows, import.Added, import.Errors));
            Assert.StartsWith("The file was given up here: 10 rows", (await importing.Imports.ListErrorsAsync(userId, import.Id, 10, 1, Stop)).Single().Reason, StringComparison.Ordinal);
        }
        finally
        {
            importing.Settings.MaxErrors = new ImportSettings().MaxErrors;
        }
    }

    [Fact]
    public async Task Import_OfAnother_IsNotThere()
    {
        var (mine, yours) = (await importing.AddUserAsync(), await importing.AddUserAsync());
        var import = await importing.ImportAsync(mine, new SpotifyExportBuilder().Audio("2024_1", Played("One", 0)).File("endsong_3.json", "[{\"ts\":\"x\",\"ms_played\":1}]"));

        Assert.Null(await importing.Imports.FindAsync(yours, import.Id, Stop));
        Assert.Empty((await importing.Imports.ListAsync(yours, Stop)).Imports);
        Assert.Empty(await importing.Imports.ListErrorsAsync(yours, import.Id, 0, 10, Stop));
        Assert.Empty(await importing.Imports.ListFilesAsync(yours, import.Id, 0, 10, Stop));
        Assert.Equal((0, 0), await importing.Imports.CountListedAsync(yours, import.Id, Stop));
        Assert.False(await importing.Imports.CancelAsync(yours, import.Id, Stop));
        Assert.False(await importing.Imports.RetryAsync(yours, import.Id, Stop));
        Assert.Null(await importing.Undo.PreviewAsync(yours, import.Id, Stop));
        Assert.False(await importing.Undo.UndoAsync(yours, import.Id, Stop));
        Assert.Equal(1L, (await importing.FindAsync(mine, import.Id)).Added);
    }

    public void Dispose() => _given.Dispose();

    private static ExtendedRow Played(string title, int minute) => new(Noon.AddMinutes(minute))
    {
        Track = title,
        TrackUri = $"spotify:track:{title.Replace(" ", "", StringComparison.Ordinal).PadLeft(22, '0')}",
    };
}
