using System.Runtime.InteropServices;

namespace MusicTimeMachine.Features.Moods;

/// <summary>Where the quadrants meet.</summary>
/// <param name="Energy">0–1; what lies above is energetic.</param>
/// <param name="Valence">0–1; what lies above is positive.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MoodThresholds(float Energy, float Valence)
{
    /// <summary>The middle of both scales.</summary>
    public static MoodThresholds Middle { get; } = new(0.5f, 0.5f);

    /// <summary>The quadrant of a song.</summary>
    /// <param name="energy">0–1.</param>
    /// <param name="valence">0–1.</param>
    public Mood Of(float energy, float valence) => (energy > Energy, valence > Valence) switch
    {
        (true, true) => Mood.HappyEnergetic,
        (true, false) => Mood.AngryIntense,
        (false, true) => Mood.CalmPeaceful,
        _ => Mood.SadMelancholic,
    };
}
