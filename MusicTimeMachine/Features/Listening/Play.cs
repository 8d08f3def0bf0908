namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// One report of one play. Everything reported is stored; of several reports of the same play only one is shown and
/// counted, the others point to it with <see cref="DuplicateOf"/>. A play counts when it lasted as long as the person's
/// threshold, or its length is unknown, and when no rule of the person hides it.
/// </summary>
/// <remarks>
/// The row is narrow on purpose: a library holds millions. Person and track are tied to <see cref="UserTrack"/>, which is
/// tied to both: a play without its row there is refused, and goes when that row goes. Triggers see to it with one join a
/// statement, since a foreign key's check of each row took a third of an import's time.
/// </remarks>
public sealed class Play
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>Who listened.</summary>
    public Guid UserId { get; set; }

    /// <summary>What was played.</summary>
    public long TrackId { get; set; }

    /// <summary>End of play, UTC; the start where the source reports no end.</summary>
    public DateTimeOffset PlayedAt { get; set; }

    /// <summary>
    /// When the source sent the report, where that is not the end of the play: what was heard offline is sent later.
    /// Null where the two are the same.
    /// </summary>
    public DateTimeOffset? ReportedAt { get; set; }

    /// <summary>The play that this one is another report of; null when this one is shown.</summary>
    public long? DuplicateOf { get; set; }

    /// <summary>The correction that took it out, with all reports of the same play; null for what is in the history.</summary>
    public long? RemovedBy { get; set; }

    /// <summary>The correction that entered it; null for what a source reported.</summary>
    public long? AddedBy { get; set; }

    /// <summary>Whether one of the person's rules keeps it out of the statistics.</summary>
    public bool Hidden { get; set; }

    /// <summary>The import that brought it; null for what was captured or entered.</summary>
    public long? ImportId { get; set; }

    /// <summary>Time listened in milliseconds as reported; null when not told.</summary>
    public int? MsPlayed { get; set; }

    /// <summary>The platform in the source's words, when told.</summary>
    public int? PlatformId { get; set; }

    /// <summary>Where it was learned from.</summary>
    public PlaySource Source { get; set; }

    /// <summary>How exactly <see cref="PlayedAt"/> is known.</summary>
    public PlayPrecision Precision { get; set; }

    /// <summary>Why it began, when told.</summary>
    public PlayReason? ReasonStart { get; set; }

    /// <summary>Why it ended, when told.</summary>
    public PlayReason? ReasonEnd { get; set; }

    /// <summary>Whether the listener skipped on, when told.</summary>
    public bool? Skipped { get; set; }

    /// <summary>Whether shuffle was on, when told.</summary>
    public bool? Shuffle { get; set; }

    /// <summary>Whether the device was offline, when told.</summary>
    public bool? Offline { get; set; }

    /// <summary>Whether it was a private session, when told.</summary>
    public bool? Incognito { get; set; }

    /// <summary>The playlist, album or artist that it was played from, when told.</summary>
    public string? ContextUri { get; set; }
}
