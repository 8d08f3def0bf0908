using System.Globalization;
using System.Runtime.InteropServices;

namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>A day of the calendar without its year.</summary>
/// <param name="Month">1–12.</param>
/// <param name="Day">1–31, at most as many as the month has in a leap year.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MonthDay(int Month, int Day)
{
    // A leap year has every day.
    private const int AnyLeapYear = 2024;

    /// <summary>"24 December".</summary>
    public string Label => Date.ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>The address of the page for the day.</summary>
    public string Address => $"/on-this-day?date={Date.ToString("MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>The next day, or the one before; 1 January follows 31 December, and 29 February is a day like others.</summary>
    public MonthDay Shift(int days) => Of(Date.AddDays(days));

    /// <summary>The days of the month in a leap year.</summary>
    public int DaysOfMonth => DateTime.DaysInMonth(AnyLeapYear, Month);

    private DateOnly Date => new(AnyLeapYear, Month, Day);

    /// <summary>The day of a date.</summary>
    public static MonthDay Of(DateOnly date) => new(date.Month, date.Day);

    /// <summary>Reads <c>12-24</c>, or the day of <c>2020-12-24</c>.</summary>
    /// <returns>Null for anything else.</returns>
    public static MonthDay? Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 5) trimmed = $"{AnyLeapYear}-{trimmed}";
        return DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Of(date) : null;
    }
}
