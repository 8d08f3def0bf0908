namespace MusicTimeMachine.Features.Listening.Hiding;

/// <summary>What a rule hides.</summary>
public enum HidingKind
{
    /// <summary>Everything by a first artist.</summary>
    Artist,

    /// <summary>An album.</summary>
    Album,

    /// <summary>A song, under all its ids.</summary>
    Song,

    /// <summary>What was played from a playlist, album or artist page.</summary>
    Context,

    /// <summary>What was learned from a source.</summary>
    Source,

    /// <summary>Hours of the day.</summary>
    Hours,
}
