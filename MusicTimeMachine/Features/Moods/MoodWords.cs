namespace MusicTimeMachine.Features.Moods;

/// <summary>What moods and levels are called.</summary>
public static class MoodWords
{
    /// <summary>"Happy &amp; Energetic".</summary>
    public static string Of(Mood mood) => mood switch
    {
        Mood.HappyEnergetic => "Happy & Energetic",
        Mood.AngryIntense => "Angry & Intense",
        Mood.CalmPeaceful => "Calm & Peaceful",
        _ => "Sad & Melancholic",
    };

    /// <summary>"High", with its bounds.</summary>
    public static (string Name, string Bounds) Of(EnergyLevel level) => level switch
    {
        EnergyLevel.High => ("High", "0.8 and above"),
        EnergyLevel.Medium => ("Medium", "0.5 to 0.8"),
        _ => ("Low", "below 0.5"),
    };
}
