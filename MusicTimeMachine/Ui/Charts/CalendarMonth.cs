namespace MusicTimeMachine.Ui.Charts;

/// <summary>One month of a calendar: a column a week, from Monday at the top.</summary>
/// <param name="First">The month's first day.</param>
/// <param name="Days">Those of its days that lie within the calendar's range.</param>
internal sealed record CalendarMonth(DateOnly First, IReadOnlyList<CalendarDay> Days)
{
    /// <summary>The months that touch a range, with every day of the range in its place.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    /// <param name="counts">The days with plays, in any order.</param>
    public static IReadOnlyList<CalendarMonth> Of(DateOnly from, DateOnly to, IEnumerable<DayCount> counts)
    {
        var plays = counts.GroupBy(count => count.Day).ToDictionary(day => day.Key, day => day.Sum(count => count.Plays));
        var bounds = ChartScale.Bounds(plays.Values);
        return
        [
            .. Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber))
                .Select(from.AddDays)
                .GroupBy(day => new DateOnly(day.Year, day.Month, 1))
                .Select(month => new CalendarMonth(month.Key, [.. month.Select(day => Place(day, plays.GetValueOrDefault(day), bounds))])),
        ];
    }

    private static CalendarDay Place(DateOnly day, int plays, int[] bounds)
    {
        var offset = Weekday(new DateOnly(day.Year, day.Month, 1));
        return new CalendarDay(day, plays, ChartScale.Level(plays, bounds), (day.Day - 1 + offset) / 7, Weekday(day));
    }

    private static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;
}

/// <summary>One day of a calendar.</summary>
/// <param name="Day">The day.</param>
/// <param name="Plays">Its plays.</param>
/// <param name="Level">Its colour, 0 to 5.</param>
/// <param name="Column">The week within its month, from 0.</param>
/// <param name="Row">0 for Monday.</param>
internal sealed record CalendarDay(DateOnly Day, int Plays, int Level, int Column, int Row);
