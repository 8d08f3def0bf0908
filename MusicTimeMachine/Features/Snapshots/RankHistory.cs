namespace MusicTimeMachine.Features.Snapshots;

/// <summary>Ranks over the dates of snapshots, thinned out to what a picture can show.</summary>
/// <param name="Dates">The dates, in order.</param>
/// <param name="Step">How many days lie between two dates where nothing is missing; a day more than twice that and there is a break.</param>
/// <param name="Lines">The songs or artists.</param>
public sealed record RankHistory(IReadOnlyList<DateOnly> Dates, int Step, IReadOnlyList<RankLine> Lines)
{
    /// <summary>The most dates of a picture: on a phone they lie three pixels apart.</summary>
    public const int MostDates = 120;

    /// <summary>
    /// The dates that a picture shows: all where there is room, else the last of every so many days, counted back from the
    /// last of all. Who takes a snapshot every week has no break in each, so a step is never shorter than what lies between
    /// most neighbours.
    /// </summary>
    /// <param name="dates">In order.</param>
    /// <param name="most">The most to keep.</param>
    /// <returns>The dates, and the step in days, at least 1.</returns>
    public static (IReadOnlyList<DateOnly> Dates, int Step) Thin(IReadOnlyList<DateOnly> dates, int most)
    {
        ArgumentNullException.ThrowIfNull(dates);
        if (dates.Count < 2) return (dates, 1);
        var last = dates[^1].DayNumber;
        List<int> distances = [.. dates.Zip(dates.Skip(1), (a, b) => b.DayNumber - a.DayNumber).Order()];
        var step = Math.Max((last - dates[0].DayNumber + most) / most, distances[distances.Count / 2]);
        return ([.. dates.GroupBy(date => (last - date.DayNumber) / step, (_, near) => near.Last())], step);
    }

    /// <summary>Whether snapshots are missing between two neighbours.</summary>
    public static bool IsBreak(DateOnly date, DateOnly next, int step) => next.DayNumber - date.DayNumber >= 2 * step;
}
