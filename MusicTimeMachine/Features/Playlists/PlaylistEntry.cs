namespace MusicTimeMachine.Features.Playlists;

/// <summary>A track in a version of a playlist.</summary>
/// <param name="Position">Its place, from 0.</param>
/// <param name="TrackId">The catalogue's number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
public sealed record PlaylistEntry(int Position, long TrackId, string Name, string Artist)
{
    /// <summary>The album, when known.</summary>
    public string? Album { get; init; }

    /// <summary>Whose album, when known.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The address of a real picture; null to draw one.</summary>
    public string? Image { get; init; }

    /// <summary>Length in milliseconds, when known.</summary>
    public int? DurationMs { get; init; }

    /// <summary>Why it is here; null when it was put here by hand.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was put there, UTC, if Spotify tells.</summary>
    public DateTimeOffset? AddedAt { get; init; }
}
