namespace MusicTimeMachine.Features.Home;

/// <summary>What a list of tops is ordered by.</summary>
public enum TopOrder
{
    /// <summary>Counted plays, then time listened, then the name.</summary>
    Plays,

    /// <summary>Time listened, then counted plays, then the name.</summary>
    Time,
}
