namespace MusicTimeMachine.Features.Listening.Hiding;

/// <summary>
/// Keeps plays out of a person's statistics. Nothing is lost by it: the plays stay in the history, marked, and count again
/// when the rule is gone.
/// </summary>
public sealed class HidingRule
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>Whose statistics.</summary>
    public Guid UserId { get; set; }

    /// <summary>What is hidden; the one property, or the two hours, of this kind has a value.</summary>
    public HidingKind Kind { get; set; }

    /// <summary>The artist.</summary>
    public long? ArtistId { get; set; }

    /// <summary>The album.</summary>
    public long? AlbumId { get; set; }

    /// <summary>The song.</summary>
    public long? SongId { get; set; }

    /// <summary>The context as the source names it.</summary>
    public string? ContextUri { get; set; }

    /// <summary>The source.</summary>
    public PlaySource? Source { get; set; }

    /// <summary>The first hidden hour of the person's day, 0 to 23.</summary>
    public short? FromHour { get; set; }

    /// <summary>The hour that is no longer hidden, 0 to 23; smaller than <see cref="FromHour"/> when the night lies between them.</summary>
    public short? ToHour { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
