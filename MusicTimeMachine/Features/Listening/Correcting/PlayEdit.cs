namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>What plays shall be instead. What is null stays as it is.</summary>
public sealed record PlayEdit
{
    /// <summary>Another end of play; for a single play.</summary>
    public DateTimeOffset? PlayedAt { get; init; }

    /// <summary>How much later they ended, or earlier; for plays of a device whose clock was wrong, say.</summary>
    public TimeSpan? Shift { get; init; }

    /// <summary>Another track of the person's library.</summary>
    public long? TrackId { get; init; }

    /// <summary>Another time listened, in milliseconds.</summary>
    public int? MsPlayed { get; init; }
}
