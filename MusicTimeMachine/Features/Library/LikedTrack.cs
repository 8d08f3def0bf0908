using NpgsqlTypes;

namespace MusicTimeMachine.Features.Library;

/// <summary>A track that a person likes.</summary>
public sealed class LikedTrack
{
    /// <summary>The longest note, in characters.</summary>
    public const int MaxNotes = 1_000;

    /// <summary>The most that a field for a note takes, in UTF-16 units: enough to say by how much it is too long, and well below the 32 KB of a message from the browser.</summary>
    public const int MaxTyped = 5_000;

    /// <summary>Who likes it.</summary>
    public Guid UserId { get; set; }

    /// <summary>The track, one of the person's library.</summary>
    public long TrackId { get; set; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset LikedAt { get; set; }

    /// <summary>What the person noted, at most <see cref="MaxNotes"/> characters.</summary>
    public string? Notes { get; set; }

    /// <summary>Whether it came from Spotify; then it goes again when it goes there, unless it has a note.</summary>
    public bool FromSpotify { get; set; }

    /// <summary>Since when it is among Spotify's liked songs, UTC; null when it is not known to be.</summary>
    public DateTimeOffset? OnSpotifySince { get; set; }

    /// <summary>When it was found to be gone from Spotify's liked songs, UTC; null when it is not.</summary>
    public DateTimeOffset? LeftSpotifyAt { get; set; }

    /// <summary>The words of the note, folded as those of titles are; kept by the database.</summary>
    public NpgsqlTsVector NoteSearch { get; private set; } = default!;
}
