using System.Globalization;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>Which columns carry a word beneath them: few enough to fit a phone.</summary>
internal static class ChartLabels
{
    private const int Most = 6;

    /// <summary>"Nov 2024" takes more room than "Nov".</summary>
    private const int MostWithYear = 5;

    /// <summary>The index of each column with a label, and the label.</summary>
    public static IReadOnlyList<(int Index, string Label)> Of(IReadOnlyList<PlaysPoint> points, ChartUnit unit)
    {
        var starts = Candidates(points, unit);
        var most = points.Count > 0 && unit != ChartUnit.Year && Long(points) && !ByYear(points, unit) ? MostWithYear : Most;
        var step = Math.Max(1, (int)Math.Ceiling(starts.Count / (double)most));
        return [.. starts.Where((_, i) => i % step == 0).Select(index => (index, Word(points[index].Start, unit, points)))];
    }

    /// <summary>Days and weeks are labelled where a month begins, when there are several months; months where a year begins, when there are several years; all else anywhere.</summary>
    private static List<int> Candidates(IReadOnlyList<PlaysPoint> points, ChartUnit unit)
    {
        var all = Enumerable.Range(0, points.Count).ToList();
        if (ByYear(points, unit))
            return [.. all.Where(i => points[i].Start.Month == 1)];
        if (!ByMonth(points, unit))
            return all;
        return [.. all.Where(i => points[i].Start.Day <= (unit == ChartUnit.Week ? 7 : 1))];
    }

    private static bool ByMonth(IReadOnlyList<PlaysPoint> points, ChartUnit unit) =>
        unit is ChartUnit.Day or ChartUnit.Week && points.Count > 0 && points[^1].Start.DayNumber - points[0].Start.DayNumber > 92;

    private static bool ByYear(IReadOnlyList<PlaysPoint> points, ChartUnit unit) => unit is ChartUnit.Month && points.Count > 48;

    private static string Word(DateOnly day, ChartUnit unit, IReadOnlyList<PlaysPoint> points) => unit switch
    {
        _ when unit == ChartUnit.Year || ByYear(points, unit) => day.ToString("yyyy", CultureInfo.InvariantCulture),
        _ when unit == ChartUnit.Month || ByMonth(points, unit) => day.ToString(day.Month == 1 || Long(points) ? "MMM yyyy" : "MMM", CultureInfo.InvariantCulture),
        _ => day.ToString("d MMM", CultureInfo.InvariantCulture),
    };

    private static bool Long(IReadOnlyList<PlaysPoint> points) => points[^1].Start.DayNumber - points[0].Start.DayNumber > 400;
}
