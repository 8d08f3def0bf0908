namespace MusicTimeMachine.Features.Moods;

/// <summary>Which thresholds part the quadrants.</summary>
public enum MoodSplit
{
    /// <summary>0.5 for both.</summary>
    Middle,

    /// <summary>The medians of all songs that the person ever heard, each song once: as many lie above as below.</summary>
    Medians,
}
