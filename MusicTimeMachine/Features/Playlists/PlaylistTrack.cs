namespace MusicTimeMachine.Features.Playlists;

/// <summary>A place in a version of a playlist.</summary>
public sealed class PlaylistTrack
{
    /// <summary>The version.</summary>
    public long VersionId { get; set; }

    /// <summary>The place, from 0 and without holes.</summary>
    public int Position { get; set; }

    /// <summary>Whose playlist.</summary>
    public Guid UserId { get; set; }

    /// <summary>The track, one of the person's library; once in a version.</summary>
    public long TrackId { get; set; }

    /// <summary>Why it is here, as a sentence; null when it was put here by hand.</summary>
    public string? Reason { get; set; }

    /// <summary>When it was put there, UTC, if Spotify tells.</summary>
    public DateTimeOffset? AddedAt { get; set; }
}
