namespace MusicTimeMachine.Features.Capturing;

/// <summary>How far a capture is at the moment.</summary>
public enum CapturePhase
{
    /// <summary>Until it is due.</summary>
    Waiting,

    /// <summary>It is asked for, and begins when a worker is free.</summary>
    Queued,

    /// <summary>It is being done.</summary>
    Running,
}

/// <summary>How a capture stands.</summary>
/// <param name="Kind">What, see <see cref="ICapture.Kind"/>.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="LastOkAt">When it last succeeded; null before the first time.</param>
/// <param name="NextAt">When it is due.</param>
/// <param name="Error">Why it did not succeed the last time; null when it did.</param>
public sealed record CaptureState(string Kind, CapturePhase Phase, DateTimeOffset? LastOkAt, DateTimeOffset NextAt, string? Error);
