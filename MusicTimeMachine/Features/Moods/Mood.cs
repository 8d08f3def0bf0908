namespace MusicTimeMachine.Features.Moods;

/// <summary>The quadrants of energy and valence, after Russell's circumplex model of affect (1980).</summary>
public enum Mood
{
    /// <summary>Energy and valence above their thresholds.</summary>
    HappyEnergetic,

    /// <summary>Energy above its threshold, valence not.</summary>
    AngryIntense,

    /// <summary>Valence above its threshold, energy not.</summary>
    CalmPeaceful,

    /// <summary>Neither above its threshold.</summary>
    SadMelancholic,
}
