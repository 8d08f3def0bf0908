namespace MusicTimeMachine.Features.Demo;

/// <summary>What the listener is doing while the music plays, and what it asks of the music.</summary>
/// <param name="From">The earliest local hour, with its fraction.</param>
/// <param name="To">The hour at which it is usually over; beyond 24 in the night.</param>
/// <param name="Probability">How likely it is on its kind of day.</param>
/// <param name="Energy">The energy wanted, 0 to 1.</param>
/// <param name="Valence">The valence wanted, 0 to 1.</param>
/// <param name="Mobile">How likely the music comes from a phone.</param>
/// <param name="Album">How likely an album is heard in its order.</param>
internal sealed record DemoMoment(double From, double To, double Probability, double Energy, double Valence, double Mobile, double Album)
{
    private static readonly DemoMoment NightCap = new(21.7, 24.6, .42, .24, .34, .3, .5);
    private static readonly DemoMoment Party = new(20.6, 26.3, .40, .80, .72, .1, .04);

    private static readonly DemoMoment[] Working =
    [
        new(6.7, 8.1, .70, .62, .56, 1, .2),
        new(8.3, 12.2, .55, .50, .50, .05, .3),
        new(12.4, 17.0, .55, .54, .50, .05, .3),
        new(17.0, 18.4, .68, .66, .58, 1, .15),
        new(18.4, 19.6, .20, .88, .60, 1, .03),
        new(19.4, 22.2, .55, .48, .52, .25, .35),
    ];

    private static readonly DemoMoment[] Weekend =
    [
        new(8.4, 12.1, .50, .42, .60, .2, .45),
        new(10.2, 11.4, .12, .88, .62, 1, .03),
        new(12.0, 17.8, .62, .60, .62, .35, .25),
        new(17.6, 21.8, .55, .58, .60, .2, .3),
    ];

    private static readonly DemoMoment[] Weekday = [.. Working, NightCap];
    private static readonly DemoMoment[] Friday = [.. Working[..5], Party];
    private static readonly DemoMoment[] Saturday = [.. Weekend, Party];
    private static readonly DemoMoment[] Sunday = [.. Weekend, NightCap];

    /// <summary>What a day of the week can bring, in the order of the day.</summary>
    public static DemoMoment[] Of(DayOfWeek day) => day switch
    {
        DayOfWeek.Friday => Friday,
        DayOfWeek.Saturday => Saturday,
        DayOfWeek.Sunday => Sunday,
        _ => Weekday,
    };
}
