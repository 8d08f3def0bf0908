namespace MusicTimeMachine.Features.Moods;

/// <summary>What levels are called.</summary>
public static class MoodWords
{
    /// <summary>"High", with its bounds.</summary>
    public static (string Name, string Bounds) Of(EnergyLevel level) => level switch
    {
        EnergyLevel.High => ("High", "0.8 and above"),
        EnergyLevel.Medium => ("Medium", "0.5 to 0.8"),
        _ => ("Low", "below 0.5"),
    };
}
