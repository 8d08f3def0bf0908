namespace MusicTimeMachine.Features.Moods;

/// <summary>How energetic a song is.</summary>
public enum EnergyLevel
{
    /// <summary>From 0.8.</summary>
    High,

    /// <summary>From 0.5 to below 0.8.</summary>
    Medium,

    /// <summary>Below 0.5.</summary>
    Low,
}
