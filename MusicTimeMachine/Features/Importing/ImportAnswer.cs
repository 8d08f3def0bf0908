using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Importing;

/// <summary>What the verb <c>import</c> answers: the account, as one JSON object or in words.</summary>
/// <param name="Files">Files of a known format.</param>
/// <param name="Rows">Rows read, the sum of all that follow. A file that cannot be read at all is one row with an error.</param>
/// <param name="Added">Plays that came in and are shown.</param>
/// <param name="Duplicates">Rows stored already, repeated, or covered by a source with more detail.</param>
/// <param name="Skipped">Rows left out, by reason.</param>
/// <param name="Errors">Rows and files that could not be read.</param>
internal sealed record ImportAnswer(int Files, long Rows, long Added, long Duplicates, SkippedRows Skipped, IReadOnlyList<ImportErrorView> Errors)
{
    private const int MostErrorsInWords = 100;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Why nothing could be imported, in one line; null when at least one row could be read, or there was none.</summary>
    [JsonIgnore]
    public string? Failure => Errors.Count == 0 || Errors.Count < Rows ? null
        : $"Nothing could be imported: {Say(Errors[0])}{(Errors.Count > 1 ? $" This is the first of {Format.Count(Errors.Count, "error")}; --json lists them all." : "")}";

    /// <summary>The answer for an import that is completed.</summary>
    public static ImportAnswer Of(ImportView import, IReadOnlyList<ImportErrorView> errors) =>
        new(import.Files, import.Rows, import.Added, import.Duplicates, import.Skipped, errors);

    /// <summary>The answer for files of which none could be opened.</summary>
    public static ImportAnswer Of(IReadOnlyList<ImportErrorView> errors) =>
        new(Files: 0, errors.Count, Added: 0, Duplicates: 0, new SkippedRows(0, 0, 0, 0, 0), errors);

    /// <summary>One JSON object, in one line.</summary>
    public string AsJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The account in two lines, and the first hundred errors in a line each.</summary>
    public string AsText() => string.Join(Environment.NewLine,
    [
        $"{Format.Count(Rows, "row")} in {Format.Count(Files, "file")}: {Format.Count(Added, "play")} added, {Format.Count(Duplicates, "duplicate")},",
        $"left out: {Format.Count(Skipped.Podcast, "podcast")}, {Format.Count(Skipped.Audiobook, "audiobook")}, {Format.Count(Skipped.Video, "video")}, "
            + $"{Format.Count(Skipped.NoTrack)} without a track, {Format.Count(Skipped.Local, "local file")}; {Format.Count(Errors.Count, "error")}.",
        .. Errors.Take(MostErrorsInWords).Select(Say),
        .. Errors.Count > MostErrorsInWords ? (string[])[$"… and {Format.Count(Errors.Count - MostErrorsInWords)} more; --json lists them all."] : [],
    ]);

    // What is said of a whole file names it.
    private static string Say(ImportErrorView error) => error.Row is { } row ? $"{error.File}, row {Format.Count(row)}: {error.Reason}" : error.Reason;
}
