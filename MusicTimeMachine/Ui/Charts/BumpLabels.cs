using System.Globalization;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>The words beneath a <see cref="BumpChart"/>: few enough to fit a phone.</summary>
internal static class BumpLabels
{
    private const int Most = 5;

    /// <summary>Up to so many days the days are named, beyond them the beginnings of months.</summary>
    private const int FewDays = 75;

    /// <summary>Some days between the first and the last, with their words.</summary>
    public static IReadOnlyList<(DateOnly Day, string Word)> Of(DateOnly first, DateOnly last)
    {
        var days = last.DayNumber - first.DayNumber;
        if (days <= FewDays)
        {
            var step = Math.Max(1, (int)Math.Ceiling((days + 1) / (double)Most));
            return [.. Enumerable.Range(0, (days / step) + 1).Select(n => first.AddDays(n * step)).Select(day => (day, Word(day, "d MMM")))];
        }

        List<DateOnly> months = [];
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            if (month >= first) months.Add(month);
        }

        var every = Array.Find([1, 2, 3, 6, 12, 24, 60, 120], every => months.Count(month => IsAt(month, every)) <= Most);
        return [.. months.Where(month => IsAt(month, every)).Select(month => (month, Word(month, every >= 12 ? "yyyy" : month.Month == 1 || days > 400 ? "MMM yyyy" : "MMM")))];
    }

    private static bool IsAt(DateOnly month, int every) => every > 0 && ((12 * month.Year) + month.Month - 1) % every == 0;

    private static string Word(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
