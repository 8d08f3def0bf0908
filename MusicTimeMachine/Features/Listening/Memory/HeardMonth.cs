namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>The counted plays of one month, as columns: an index is a play. See <see cref="ListeningMonth"/>.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Revision">Of the row that this was read from.</param>
/// <param name="Tracks">The track's number in <see cref="HeardCatalog"/>.</param>
/// <param name="Hours">Hours of the person's clock since the month began.</param>
/// <param name="Ms">Time listened, in milliseconds.</param>
internal sealed record HeardMonth(DateOnly Month, Guid Revision, int[] Tracks, short[] Hours, int[] Ms)
{
    /// <summary>The tally of each day of the month.</summary>
    public Tally[] Days { get; } = CountDays(Hours, Ms);

    /// <summary>Plays by weekday and hour: 24 × (0 for Monday to 6 for Sunday) + hour.</summary>
    public int[] Week { get; } = CountWeek(Month, Hours);

    /// <summary>Whether the whole month lies within a range.</summary>
    public bool IsWithin(DayRange range) => range.From <= Month && Month.AddMonths(1) <= range.To;

    /// <summary>The hours of the month that lie within a range: the first, and the one after the last. All hours for the whole month.</summary>
    public (int First, int End) Within(DayRange range) =>
        (Math.Max(0, 24 * (range.From.DayNumber - Month.DayNumber)), Math.Min(24 * 31, 24 * (range.To.DayNumber - Month.DayNumber)));

    /// <summary>The month with the plays of one song, artist or album alone.</summary>
    public HeardMonth Of(HeardItems items, int item)
    {
        List<int> plays = [];
        for (var play = 0; play < Tracks.Length; play++)
        {
            if (items.OfTrack[Tracks[play]] == item) plays.Add(play);
        }

        return new(Month, Revision, [.. plays.Select(play => Tracks[play])], [.. plays.Select(play => Hours[play])], [.. plays.Select(play => Ms[play])]);
    }

    private static Tally[] CountDays(short[] hours, int[] ms)
    {
        var days = new Tally[31];
        for (var play = 0; play < hours.Length; play++) days[hours[play] / 24] += new Tally(ms[play], 1);
        return days;
    }

    private static int[] CountWeek(DateOnly month, short[] hours)
    {
        // The hour 0 of the month is that of its first day's place in the week.
        var first = 24 * (((int)month.DayOfWeek + 6) % 7);
        var week = new int[7 * 24];
        foreach (var hour in hours) week[(first + hour) % (7 * 24)]++;
        return week;
    }
}
