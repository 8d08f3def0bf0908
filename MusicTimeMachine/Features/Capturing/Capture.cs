namespace MusicTimeMachine.Features.Capturing;

/// <summary>When one thing was and will be captured for one person. The row goes when their Spotify account is disconnected.</summary>
public sealed class Capture
{
    /// <summary>For whom.</summary>
    public Guid UserId { get; set; }

    /// <summary>What, see <see cref="ICapture.Kind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>When it is due.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>When it last succeeded; null before the first time.</summary>
    public DateTimeOffset? LastOkAt { get; set; }

    /// <summary>Why it did not succeed the last time, as a sentence; null when it did.</summary>
    public string? Error { get; set; }

    /// <summary>How often in a row it did not succeed.</summary>
    public short Failures { get; set; }

    /// <summary>The job that does it; null when it is done.</summary>
    public long? JobId { get; set; }
}
