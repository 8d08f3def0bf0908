namespace MusicTimeMachine.Features.Demo;

/// <summary>What a demo library is made of. The same options always give the same library, byte for byte.</summary>
/// <param name="LastDay">The last day with music, in the listener's own time zone. No play ends after it.</param>
/// <param name="TimeZone">Where the listener lives; decides what morning and night are.</param>
/// <param name="Plays">Plays to make, exactly; at least five for each track.</param>
/// <param name="Tracks">Tracks to invent, exactly; each is played at least once. At least 50.</param>
/// <param name="Seed">Another number gives another listener with another catalogue.</param>
public sealed record DemoOptions(DateOnly LastDay, TimeZoneInfo TimeZone, int Plays = 60_000, int Tracks = 4_000, ulong Seed = 1)
{
    /// <summary>More plays in a year than these would leave the listener no time to sleep.</summary>
    private const int PlaysPerYear = 50_000;

    /// <summary>The listener's zone unless another is asked for.</summary>
    public static TimeZoneInfo Zurich => TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");

    /// <summary>The years that the listening fills: six, or as many as so many plays need.</summary>
    public int Years => Math.Max(6, (Plays + PlaysPerYear - 1) / PlaysPerYear);

    /// <summary>As many tracks as fit so many plays: 4,000 for 60,000, and 100,000 for a million.</summary>
    public static int TracksFor(int plays) => plays <= 60_000 ? Math.Max(50, plays / 15) : 4_000 + (int)((plays - 60_000L) * 96_000 / 940_000);

    /// <summary>The first day of the listening.</summary>
    public DateOnly FirstDay => LastDay.AddYears(-Years).AddDays(1);

    /// <summary>What is wrong with the options, as a sentence for a person; null when they can be met.</summary>
    public string? Problem => this switch
    {
        { Tracks: < 50 or > 500_000 } => "A demo library has 50 to 500,000 tracks.",
        { Plays: < 250 or > 2_000_000 } => "A demo library has 250 to 2,000,000 plays.",
        _ when Plays < Tracks * 5 => "A demo library has at least five plays for each track.",
        _ when LastDay.Year < 2000 => "A demo library ends in the year 2000 or later.",
        _ => null,
    };
}
