namespace MusicTimeMachine.Features.Capturing;

/// <summary>A time in which more may have been played than Spotify keeps, so that some of it was not captured.</summary>
public sealed class CaptureGap
{
    /// <summary>Given by the database.</summary>
    public long Id { get; set; }

    /// <summary>Whose history.</summary>
    public Guid UserId { get; set; }

    /// <summary>The last play that is known before.</summary>
    public DateTimeOffset FromAt { get; set; }

    /// <summary>The first play that is known after.</summary>
    public DateTimeOffset UntilAt { get; set; }

    /// <summary>When it was noticed.</summary>
    public DateTimeOffset FoundAt { get; set; }

    /// <summary>The import of extended history that covers it; null while it is open.</summary>
    public long? ClosedBy { get; set; }
}
