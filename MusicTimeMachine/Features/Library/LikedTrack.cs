namespace MusicTimeMachine.Features.Library;

/// <summary>A track that a person likes.</summary>
public sealed class LikedTrack
{
    /// <summary>The longest note, in characters.</summary>
    public const int MaxNotes = 1_000;

    /// <summary>Who likes it.</summary>
    public Guid UserId { get; set; }

    /// <summary>The track, one of the person's library.</summary>
    public long TrackId { get; set; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset LikedAt { get; set; }

    /// <summary>What the person noted, at most <see cref="MaxNotes"/> characters.</summary>
    public string? Notes { get; set; }
}
