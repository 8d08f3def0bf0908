namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>
/// One change that a person made to their history by hand, to one play or to many at once. What a source reported is never
/// overwritten: plays that were taken out keep their rows and name the correction, an edited play is taken out and another
/// one entered in its place. So each correction can be undone, and no later import brings back what it took out.
/// </summary>
public sealed class Correction
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>Whose history.</summary>
    public Guid UserId { get; set; }

    /// <summary>What was done.</summary>
    public CorrectionKind Kind { get; set; }

    /// <summary>How many plays were added, edited or deleted.</summary>
    public int Plays { get; set; }

    /// <summary>The track of the plays, or of the first of them, for the list of corrections; null when the catalogue lost it.</summary>
    public long? TrackId { get; set; }

    /// <summary>How many tracks the plays are of.</summary>
    public int Tracks { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was undone; null while it holds.</summary>
    public DateTimeOffset? UndoneAt { get; set; }
}
