namespace MusicTimeMachine.Features.Snapshots;

/// <summary>Ranks over the dates of snapshots, thinned out to what a picture can show.</summary>
/// <param name="Dates">The dates, in order.</param>
/// <param name="Breaks">Whether snapshots are missing before each of them.</param>
/// <param name="Step">One of so many days is there; 1 when none was left out.</param>
/// <param name="Lines">The songs or artists.</param>
public sealed record RankHistory(IReadOnlyList<DateOnly> Dates, IReadOnlyList<bool> Breaks, int Step, IReadOnlyList<RankLine> Lines)
{
    /// <summary>The most dates of a picture: on a phone they lie three pixels apart.</summary>
    public const int MostDates = 120;

    /// <summary>How many distances before and after one say what is usual there.</summary>
    private const int Around = 4;

    /// <summary>
    /// The dates that a picture shows, without lines yet: all where there is room, else the last of every so many days, counted
    /// back from the last of all. Snapshots are missing where two lie at least twice as far apart as is usual thereabouts, and
    /// at least a step: a day that is left out is a break, unless it is too short to be seen, and a week is none where
    /// somebody takes one every week.
    /// </summary>
    /// <param name="dates">In order.</param>
    /// <param name="most">The most to keep.</param>
    public static RankHistory Thin(IReadOnlyList<DateOnly> dates, int most)
    {
        ArgumentNullException.ThrowIfNull(dates);
        var last = dates.Count == 0 ? 0 : dates[^1].DayNumber;
        var step = dates.Count <= most ? 1 : (last - dates[0].DayNumber + most) / most;
        DateOnly[] shown = [.. dates.GroupBy(date => (last - date.DayNumber) / step, (_, near) => near.Last())];
        var missing = Missing(dates, step);
        return new RankHistory(shown, [.. shown.Select((date, i) => i > 0 && missing.Exists(end => end > shown[i - 1] && end <= date))], step, []);
    }

    /// <summary>The dates before which snapshots are missing.</summary>
    private static List<DateOnly> Missing(IReadOnlyList<DateOnly> dates, int step)
    {
        int[] distances = [.. dates.Zip(dates.Skip(1), (date, next) => next.DayNumber - date.DayNumber)];
        return [.. distances.Index().Where(distance => distance.Item >= step && distance.Item >= 2 * Usual(distance.Index)).Select(distance => dates[distance.Index + 1])];

        int Usual(int index)
        {
            int[] near = [.. distances[Math.Max(0, index - Around)..Math.Min(distances.Length, index + Around + 1)].Order()];
            return near[(near.Length - 1) / 2];
        }
    }
}
