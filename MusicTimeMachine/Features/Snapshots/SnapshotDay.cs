namespace MusicTimeMachine.Features.Snapshots;

/// <summary>A day on which Spotify was asked for a person's tops. All lists of the day belong to it, also those that were empty.</summary>
public sealed class SnapshotDay
{
    /// <summary>Whose tops.</summary>
    public Guid UserId { get; set; }

    /// <summary>The day in the person's own time zone, as it was then.</summary>
    public DateOnly Date { get; set; }

    /// <summary>When Spotify was asked, UTC.</summary>
    public DateTimeOffset TakenAt { get; set; }
}
