using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Importing;

/// <summary>Why a row of a good file is not music that we keep.</summary>
public enum SkipReason
{
    /// <summary>An episode of a podcast.</summary>
    Podcast,

    /// <summary>A chapter of an audiobook.</summary>
    Audiobook,

    /// <summary>A row of Spotify's video history.</summary>
    Video,

    /// <summary>Neither a track nor an episode: everything that would name it is empty.</summary>
    NoTrack,

    /// <summary>A file on the listener's own device (<c>spotify:local:…</c>).</summary>
    Local,
}

/// <summary>A play as a file reports it, before the catalogue and the rows already stored are asked.</summary>
/// <param name="PlayedAt">End of play, UTC.</param>
/// <param name="Precision">How exactly <paramref name="PlayedAt"/> is known.</param>
/// <param name="Source">The kind of file.</param>
public sealed record ImportedPlay(DateTimeOffset PlayedAt, PlayPrecision Precision, PlaySource Source)
{
    /// <summary>When the source sent the report, UTC, where that is not <see cref="PlayedAt"/>; else null.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Time listened in milliseconds, not negative; null when the source does not tell.</summary>
    public int? MsPlayed { get; init; }

    /// <summary>The track's title; null only when <see cref="SpotifyId"/> is known.</summary>
    public string? Track { get; init; }

    /// <summary>The (album) artist; null only when <see cref="SpotifyId"/> is known.</summary>
    public string? Artist { get; init; }

    /// <summary>The album's title, when the source tells.</summary>
    public string? Album { get; init; }

    /// <summary>The 22 characters of the track's Spotify id, when the source tells.</summary>
    public string? SpotifyId { get; init; }

    /// <summary>Whether the listener skipped on; null when not told.</summary>
    public bool? Skipped { get; init; }

    /// <summary>Whether shuffle was on; null when not told.</summary>
    public bool? Shuffle { get; init; }

    /// <summary>Whether the device was offline; null when not told.</summary>
    public bool? Offline { get; init; }

    /// <summary>Whether it was a private session; null when not told.</summary>
    public bool? Incognito { get; init; }

    /// <summary>Why the play began; null when not told.</summary>
    public PlayReason? ReasonStart { get; init; }

    /// <summary>Why the play ended; null when not told.</summary>
    public PlayReason? ReasonEnd { get; init; }

    /// <summary>The device's platform in the source's words, at most 200 characters; null when not told.</summary>
    public string? Platform { get; init; }
}

/// <summary>
/// What became of one row of a file: exactly one of a play, a reason to skip it, or a sentence that says what is wrong with it.
/// </summary>
/// <param name="Number">The row's number in its file, from 1.</param>
/// <param name="Play">The play, when the row is one.</param>
/// <param name="Skip">Why the row is left out, when it is no music.</param>
/// <param name="Error">What is wrong with the row, as a sentence for a person, when it cannot be read.</param>
public readonly record struct ImportRow(long Number, ImportedPlay? Play, SkipReason? Skip, string? Error);
