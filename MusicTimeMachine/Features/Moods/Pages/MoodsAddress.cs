using System.Globalization;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui.Controls;

namespace MusicTimeMachine.Features.Moods.Pages;

/// <summary>What the address of the page of moods says. Whatever makes no sense is as if it were not there.</summary>
/// <param name="Period">The days.</param>
/// <param name="Month">The first day of the one month of them that is looked at; null for all.</param>
/// <param name="Split">Where the quadrants meet.</param>
/// <param name="Region">The chosen part of the matrix; null for none.</param>
/// <param name="Page">Which page of its songs, from 1.</param>
public sealed record MoodsAddress(Period Period, DateOnly? Month, MoodSplit Split, MoodRegion? Region, int Page)
{
    /// <summary>The word for <see cref="MoodSplit.Medians"/>.</summary>
    public const string Medians = "medians";

    /// <summary>The days that are looked at.</summary>
    public DayRange Days => Month is { } month ? new(month, month.AddMonths(1)) : new(Period.From, Period.To);

    /// <summary>Reads <c>2020-12</c> as its first day.</summary>
    public static DateOnly? MonthOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    /// <summary>The months of a period from the first to the last with plays.</summary>
    public static IReadOnlyList<DateOnly> Months(Period period, ListeningSpan span)
    {
        var (from, last) = (period.From > span.First ? period.From : span.First, period.Last < span.Last ? period.Last : span.Last);
        List<DateOnly> months = [];
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= last; month = month.AddMonths(1)) months.Add(month);
        return months;
    }

    /// <summary>A page's number from 1.</summary>
    public static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1;
}
