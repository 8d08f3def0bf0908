namespace MusicTimeMachine.Features.Importing;

/// <summary>How far an import is.</summary>
public enum ImportStatus
{
    /// <summary>Waiting for a worker.</summary>
    Waiting,

    /// <summary>Reading the files.</summary>
    Reading,

    /// <summary>Adding the plays.</summary>
    Adding,

    /// <summary>Done; the account is final.</summary>
    Completed,

    /// <summary>Given up; what was added before stays.</summary>
    Failed,

    /// <summary>Stopped by the person; what was added before stays until it is undone.</summary>
    Cancelled,

    /// <summary>Taken out again.</summary>
    Undone,
}

/// <summary>
/// Files that a person brought in together, with the account of every row:
/// rows = added + duplicates + skipped + errors.
/// </summary>
public sealed class Import
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>Who imported.</summary>
    public Guid UserId { get; set; }

    /// <summary>The names of the files as the person gave them.</summary>
    public string[] Names { get; set; } = [];

    /// <summary>Where the files lie on this server.</summary>
    public string[] Paths { get; set; } = [];

    /// <summary>The paths with the names under which the files were given.</summary>
    internal IEnumerable<HistoryPath> GivenPaths() => Paths.Select((path, i) => new HistoryPath(path, Uploaded ? Names[i] : null));

    /// <summary>Whether the files were uploaded, and are ours to delete when the import is done.</summary>
    public bool Uploaded { get; set; }

    /// <summary>How far it is.</summary>
    public ImportStatus Status { get; set; }

    /// <summary>The file that is being read.</summary>
    public string? CurrentFile { get; set; }

    /// <summary>Bytes of all files, as they lie on disk.</summary>
    public long BytesTotal { get; set; }

    /// <summary>Bytes read so far.</summary>
    public long BytesRead { get; set; }

    /// <summary>Plays merged so far, of those read; the second half of the progress.</summary>
    public long Merged { get; set; }

    /// <summary>Files of a known format that were read.</summary>
    public int Files { get; set; }

    /// <summary>Rows read. A file that cannot be read at all is one row with an error.</summary>
    public long Rows { get; set; }

    /// <summary>Plays that came in and are shown.</summary>
    public long Added { get; set; }

    /// <summary>Rows already stored, exact and near repeats, and rows that a source with more detail covers.</summary>
    public long Duplicates { get; set; }

    /// <summary>Rows left out as podcasts.</summary>
    public long SkippedPodcast { get; set; }

    /// <summary>Rows left out as audiobooks.</summary>
    public long SkippedAudiobook { get; set; }

    /// <summary>Rows left out as videos.</summary>
    public long SkippedVideo { get; set; }

    /// <summary>Rows left out because nothing says what was played.</summary>
    public long SkippedNoTrack { get; set; }

    /// <summary>Rows left out as files on the listener's device.</summary>
    public long SkippedLocal { get; set; }

    /// <summary>Rows and files that could not be read.</summary>
    public long Errors { get; set; }

    /// <summary>
    /// The build of the program that read the files; another one may read them differently. Null until the import is
    /// completed.
    /// </summary>
    public Guid? ReadBy { get; set; }

    /// <summary>Why it failed, as a sentence.</summary>
    public string? Failure { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the work began.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}
