namespace MusicTimeMachine.Features.Listening;

/// <summary>The times that plays can have.</summary>
public static class PlayTimes
{
    /// <summary>Nobody streamed before.</summary>
    public static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The latest time that a play may have: clocks of devices run fast, yet by no more than a day.</summary>
    public static DateTimeOffset LatestPlay(this TimeProvider clock) => clock.GetUtcNow().AddDays(1);
}
