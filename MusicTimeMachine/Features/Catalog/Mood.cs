namespace MusicTimeMachine.Features.Catalog;

/// <summary>The quadrants of energy and valence, after Russell's circumplex of affect. <see cref="MoodThresholds"/> tells which is which.</summary>
public enum Mood
{
    /// <summary>Much energy, positive: "Happy &amp; Energetic".</summary>
    HappyEnergetic,

    /// <summary>Much energy, negative: "Angry &amp; Intense".</summary>
    AngryIntense,

    /// <summary>Little energy, positive: "Calm &amp; Peaceful".</summary>
    CalmPeaceful,

    /// <summary>Little energy, negative: "Sad &amp; Melancholic".</summary>
    SadMelancholic,
}
