using System.Text.Json.Serialization;

namespace MusicTimeMachine.Features.Importing;

/// <summary>An import as its person sees it.</summary>
/// <param name="Id">The import.</param>
/// <param name="Names">The files as the person gave them.</param>
/// <param name="Status">How far it is.</param>
/// <param name="CurrentFile">The file that is being read.</param>
/// <param name="BytesRead">Bytes read so far.</param>
/// <param name="BytesTotal">Bytes of all files, as far as known.</param>
/// <param name="Merged">Plays written so far.</param>
/// <param name="Files">Files of a known format.</param>
/// <param name="Rows">Rows read: the sum of all that follow, once it is completed.</param>
/// <param name="Added">Plays that came in and are shown; while it runs, those so far.</param>
/// <param name="Duplicates">Rows stored already, repeated, or covered by a source with more detail; while it runs, those so far.</param>
/// <param name="Skipped">Rows left out, by reason.</param>
/// <param name="Errors">Rows and files that could not be read.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="StartedAt">When the work began.</param>
/// <param name="FinishedAt">When it ended.</param>
public sealed record ImportView(
    long Id, string[] Names, ImportStatus Status, string? CurrentFile, long BytesRead, long BytesTotal, long Merged, int Files, long Rows,
    long Added, long Duplicates, SkippedRows Skipped, long Errors, string? Failure,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt)
{
    /// <summary>What it is called: its file, or how many there are.</summary>
    public string Title => Names is [var only] ? only : $"{Names.Length} files";

    /// <summary>Whether it still goes on.</summary>
    public bool IsRunning => Status is ImportStatus.Waiting or ImportStatus.Reading or ImportStatus.Adding;

    /// <summary>Whether it came to its end without a single row that could be read.</summary>
    public bool NothingRead => Status is ImportStatus.Completed && Errors > 0 && Errors == Rows;

    /// <summary>Rows that are plays.</summary>
    public long Plays => Rows - Skipped.All - Errors;

    /// <summary>Plays that are not written yet; of an import that ended early, those that it never came to.</summary>
    public long Remaining => Math.Max(0, Plays - Added - Duplicates);

    /// <summary>How much is done, 0 to 1: a third for reading, by bytes, and the rest for writing, by the plays read so far.</summary>
    public double Progress => Status switch
    {
        ImportStatus.Waiting => 0,
        ImportStatus.Reading => BytesTotal == 0 ? 0 : Math.Min(1, (double)BytesRead / BytesTotal) * (1 + 2 * Written) / 3,
        ImportStatus.Adding => (1 + 2 * Written) / 3,
        _ => 1,
    };

    /// <summary>Rows a second since the work began; null while there is nothing to tell.</summary>
    public double? RowsPerSecond(DateTimeOffset now) =>
        StartedAt is { } started && Rows > 0 && (FinishedAt ?? now) - started is { TotalSeconds: > 0.2 } time ? Rows / time.TotalSeconds : null;

    /// <summary>The time left at the pace so far; null while it cannot be told.</summary>
    public TimeSpan? TimeLeft(DateTimeOffset now) =>
        IsRunning && StartedAt is { } started && Progress > 0.02 ? (now - started) * ((1 - Progress) / Progress) : null;

    private double Written => Plays == 0 ? 1 : Math.Min(1, (double)Merged / Plays);
}

/// <summary>Rows that are no music, by reason.</summary>
/// <param name="Podcast">Podcasts.</param>
/// <param name="Audiobook">Audiobooks.</param>
/// <param name="Video">Videos.</param>
/// <param name="NoTrack">Nothing says what was played.</param>
/// <param name="Local">Files on the listener's device.</param>
public sealed record SkippedRows(long Podcast, long Audiobook, long Video, long NoTrack, long Local)
{
    /// <summary>All of them.</summary>
    [JsonIgnore]
    public long All => Podcast + Audiobook + Video + NoTrack + Local;
}

/// <summary>A row, or a whole file, that could not be read.</summary>
/// <param name="File">The file.</param>
/// <param name="Row">The row, from 1; null for the whole file.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record ImportErrorView(string File, long? Row, string Reason);

/// <summary>One file of an import, or one member of a zip, with its part of the account.</summary>
/// <param name="Name">Its name, with the zip and the folders that it lies in.</param>
/// <param name="Format">The format's name; null when the file could not be read at all.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Plays">Rows that are plays, before repeats are taken out.</param>
/// <param name="Skipped">Rows left out, for whichever reason.</param>
/// <param name="Errors">Rows that could not be read.</param>
public sealed record ImportFileView(string Name, string? Format, long Rows, long Plays, long Skipped, long Errors);

/// <summary>What the imports page shows.</summary>
/// <param name="Imports">The imports, newest first, at most 200.</param>
/// <param name="HasMusic">Whether there is anything in the person's library.</param>
public sealed record ImportsOverview(IReadOnlyList<ImportView> Imports, bool HasMusic);
