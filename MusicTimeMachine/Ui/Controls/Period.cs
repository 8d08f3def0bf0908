using System.Globalization;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>A range of days that a page looks at, and how its address says so.</summary>
/// <param name="Key">What stands in the address: <c>4w</c>, <c>6m</c>, <c>12m</c>, <c>5y</c>, <c>all</c>, a year, or <c>custom</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last.</param>
public sealed record Period(string Key, DateOnly From, DateOnly To)
{
    /// <summary>The key of a range between two days of one's own choice.</summary>
    public const string Custom = "custom";

    /// <summary>The key that an address without one means.</summary>
    public const string Default = "12m";

    /// <summary>The presets that always stand open, with their words.</summary>
    public static IReadOnlyList<(string Key, string Label)> Presets { get; } =
        [("4w", "4 weeks"), ("6m", "6 months"), ("12m", "12 months"), ("all", "All time")];

    /// <summary>The presets of pages that look at months rather than days.</summary>
    public static IReadOnlyList<(string Key, string Label)> LongPresets { get; } = [("12m", "12 months"), ("5y", "5 years"), ("all", "All time")];

    /// <summary>How many days.</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>The last day.</summary>
    public DateOnly Last => To.AddDays(-1);

    /// <summary>What the period is called: "12 months", "2024", "3 – 9 June 2024".</summary>
    public string Label => Presets.Concat(LongPresets).FirstOrDefault(preset => preset.Key == Key).Label ?? (Key == Custom ? Format.Days(From, Last) : Key);

    /// <summary>The period that it is compared to: the year before a year, else as many days right before; null before all time.</summary>
    public Period? Before => Key switch
    {
        "all" => null,
        Custom or "4w" => new Period(Custom, From.AddDays(-Days), From),
        "6m" => new Period(Custom, From.AddMonths(-6), From),
        "12m" => new Period(Custom, From.AddYears(-1), From),
        "5y" => new Period(Custom, From.AddYears(-5), From),
        _ => new Period((From.Year - 1).ToString(CultureInfo.InvariantCulture), From.AddYears(-1), From),
    };

    /// <summary>Reads the period out of an address. What makes no sense becomes the default, and nothing reaches beyond today.</summary>
    /// <param name="key">The query's <c>period</c>.</param>
    /// <param name="from">The query's <c>from</c>, for a custom range.</param>
    /// <param name="through">The query's <c>through</c>, the custom range's last day.</param>
    /// <param name="first">The first day with data.</param>
    /// <param name="today">The last day that presets reach: today, or the last day with data.</param>
    public static Period Parse(string? key, DateOnly? from, DateOnly? through, DateOnly first, DateOnly today)
    {
        var end = today.AddDays(1);
        return key switch
        {
            "4w" => new("4w", end.AddDays(-28), end),
            "6m" => new("6m", end.AddMonths(-6), end),
            "5y" => new("5y", end.AddYears(-5), end),
            "all" => new("all", first < end ? first : today, end),
            Custom when from is { Year: >= 1900 } a && through is { Year: <= 2100 } b && a <= b => new(Custom, a, b.AddDays(1)),
            { Length: 4 } when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100 =>
                new(key, new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1)),
            _ => new(Default, end.AddYears(-1), end),
        };
    }
}
