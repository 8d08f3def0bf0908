using MusicTimeMachine.Features.Importing;

namespace MusicTimeMachine.Features.Api;

/// <summary>An import with the account of its rows: rows = added + duplicates + skipped + errors, once it is completed.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Names">The files as they were given.</param>
/// <param name="Status">waiting, reading, adding, completed, failed, cancelled or undone.</param>
/// <param name="Progress">How much is done, 0 to 1.</param>
/// <param name="Files">Files of a known format.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Added">Plays that came in and are shown.</param>
/// <param name="Duplicates">Rows stored already, repeated, or covered by a source with more detail.</param>
/// <param name="Skipped">Rows left out, by reason.</param>
/// <param name="Errors">Rows and files that could not be read.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended.</param>
internal sealed record ApiImport(
    long Id, IReadOnlyList<string> Names, ImportStatus Status, double Progress, int Files, long Rows, long Added, long Duplicates, SkippedRows Skipped,
    long Errors, string? Failure, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt)
{
    public static ApiImport Of(ImportView import) => new(
        import.Id, import.Names, import.Status, import.Progress, import.Files, import.Rows, import.Added, import.Duplicates, import.Skipped,
        import.Errors, import.Failure, import.CreatedAt, import.FinishedAt);
}
