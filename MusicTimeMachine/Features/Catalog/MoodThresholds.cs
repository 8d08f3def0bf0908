using System.Runtime.InteropServices;

namespace MusicTimeMachine.Features.Catalog;

/// <summary>Where the quadrants of <see cref="Mood"/> meet. What lies on a bound belongs to the lower side.</summary>
/// <param name="Energy">Above it there is much energy; 0–1.</param>
/// <param name="Valence">Above it the music is positive; 0–1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MoodThresholds(float Energy, float Valence)
{
    /// <summary>The quadrants meet in the middle, at 0.5.</summary>
    public static MoodThresholds Middle { get; } = new(0.5f, 0.5f);

    /// <summary>The mood of a track.</summary>
    public Mood Of(float energy, float valence) => (energy > Energy, valence > Valence) switch
    {
        (true, true) => Mood.HappyEnergetic,
        (true, false) => Mood.AngryIntense,
        (false, true) => Mood.CalmPeaceful,
        _ => Mood.SadMelancholic,
    };

    /// <summary>What a mood is called: "Happy &amp; Energetic".</summary>
    public static string NameOf(Mood mood) => mood switch
    {
        Mood.HappyEnergetic => "Happy & Energetic",
        Mood.AngryIntense => "Angry & Intense",
        Mood.CalmPeaceful => "Calm & Peaceful",
        _ => "Sad & Melancholic",
    };
}
