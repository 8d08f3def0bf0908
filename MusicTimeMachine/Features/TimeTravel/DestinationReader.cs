using System.Globalization;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>
/// Reads out of an address where in time it leads. Whatever stands there, it leads somewhere within the history; what had
/// to be put right is told in sentences.
/// </summary>
internal sealed class DestinationReader
{
    private readonly List<string> _remarks = [];
    private readonly ListeningSpan _history;
    private readonly DayRange _bounds;

    private DestinationReader(ListeningSpan history) => (_history, _bounds) = (history, Destination.Bounds(history));

    private string Lasting => $"Your music lasts from {Format.Month(_history.First)} to {Format.Month(_history.Last)}.";

    /// <summary>The destination of <c>?year=2020&amp;month=12&amp;day=24</c> (month and day as wanted) or of <c>?from=2020-03-01&amp;to=2020-06-01</c>.</summary>
    /// <param name="year">As it stands in the address, and so the others.</param>
    /// <param name="month">1–12.</param>
    /// <param name="day">1–31.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    /// <param name="history">From when to when there is music.</param>
    public static Destination Read(string? year, string? month, string? day, string? from, string? to, ListeningSpan history)
    {
        var reader = new DestinationReader(history);
        var destination = IsGiven(year) || IsGiven(month) || IsGiven(day) ? reader.OfCalendar(year, month, day)
            : IsGiven(from) || IsGiven(to) ? reader.OfRange(from, to)
            : reader.AYearAgo();
        if (reader._remarks.Count == 0 && (IsGiven(year) || IsGiven(month)) && (IsGiven(from) || IsGiven(to)))
            reader._remarks.Add("The address names a year and a range as well; this is the year.");
        return destination with { Remarks = reader._remarks };
    }

    /// <summary>Without any wish: the month a year before the last one.</summary>
    private Destination AYearAgo() => Destination.OfMonth(_history.First > _history.Last.AddYears(-1) ? _history.First : _history.Last.AddYears(-1));

    private Destination OfCalendar(string? yearText, string? monthText, string? dayText)
    {
        var (year, month, day) = (Number(yearText, "year"), Number(monthText, "month"), Number(dayText, "day"));
        if (year is null && month is null)
        {
            if (day is not null) _remarks.Add("The address names a day without its month and year.");
            return AYearAgo();
        }

        if (year is null) _remarks.Add($"The address names no year; this is the last one, {_history.Last.Year}.");
        var theYear = Within(year ?? _history.Last.Year, _history.First.Year, _history.Last.Year, found => $"There is no music in the year {found}. {Lasting}");
        if (month is null)
        {
            if (day is not null) _remarks.Add("The address names a day without its month; this is the year.");
            return Destination.OfYear(theYear);
        }

        var theMonth = new DateOnly(theYear, Within(month.Value, 1, 12, found => $"There is no month {found}; months are 1 to 12."), 1);
        if (day is null) return Destination.OfMonth(Within(theMonth, _bounds.From, _bounds.To.AddDays(-1), Format.Month));
        var days = DateTime.DaysInMonth(theMonth.Year, theMonth.Month);
        var theDay = theMonth.AddDays(Within(day.Value, 1, days, found => $"There is no day {found} in {Format.Month(theMonth)}, which has {days}.") - 1);
        return Destination.OfDay(Within(theDay, _bounds.From, _bounds.To.AddDays(-1), Format.Day));
    }

    private Destination OfRange(string? fromText, string? toText)
    {
        var (from, to) = (Day(fromText), Day(toText));
        if (from is null && to is null) return AYearAgo();
        var days = new DayRange(from ?? _bounds.From, to ?? _bounds.To);
        if (from > to)
        {
            _remarks.Add("The range ended before it began; this is the other way round.");
            days = new(days.To, days.From);
        }
        else if (from == to)
        {
            _remarks.Add("The day after \"to\" would be the last one, so these days were none; this is the first of them.");
            days = new(days.From, days.From == DateOnly.MaxValue ? days.From : days.From.AddDays(1));
        }

        return Destination.Of(Cut(days));
    }

    /// <summary>The days of a range that lie within the history; where there are none, as many at its nearer end.</summary>
    private DayRange Cut(DayRange days)
    {
        var cut = new DayRange(days.From < _bounds.From ? _bounds.From : days.From, days.To > _bounds.To ? _bounds.To : days.To);
        if (cut.Days > 0 && cut == days) return cut;
        _remarks.Add(cut.Days > 0 ? $"{Lasting} Days outside of it are left out." : $"There is no music in these days. {Lasting}");
        if (cut.Days > 0) return cut;
        var length = Math.Clamp(days.Days, 1, _bounds.Days);
        return days.From >= _bounds.To ? new(_bounds.To.AddDays(-length), _bounds.To) : new(_bounds.From, _bounds.From.AddDays(length));
    }

    private int Within(int value, int least, int most, Func<string, string> remark)
    {
        if (value < least || value > most) _remarks.Add(remark(value is int.MaxValue or int.MinValue ? "of so many digits" : value.ToString(CultureInfo.InvariantCulture)));
        return Math.Clamp(value, least, most);
    }

    private DateOnly Within(DateOnly day, DateOnly first, DateOnly last, Func<DateOnly, string> nameOf)
    {
        if ((day < first || day > last) && _remarks.Count == 0) _remarks.Add($"There is no music in {nameOf(day)}. {Lasting}");
        return day < first ? first : day > last ? last : day;
    }

    private int? Number(string? text, string what)
    {
        if (!IsGiven(text)) return null;
        var trimmed = text!.Trim();
        if (int.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        var digits = trimmed.AsSpan(trimmed[0] == '-' ? 1 : 0);
        if (digits.Length > 0 && digits.IndexOfAnyExceptInRange('0', '9') < 0) return trimmed[0] == '-' ? int.MinValue : int.MaxValue;
        _remarks.Add($"\"{Shown(trimmed)}\" is no {what}.");
        return null;
    }

    private DateOnly? Day(string? text)
    {
        if (!IsGiven(text)) return null;
        if (QueryDay.Parse(text!.Trim()) is { } day) return day;
        _remarks.Add($"\"{Shown(text)}\" is no day; days are written like {_history.Last:yyyy-MM-dd}.");
        return null;
    }

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>What somebody wrote, short enough to be told back.</summary>
    private static string Shown(string text)
    {
        var plain = string.Concat(text.Take(40).Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)));
        return plain.Length <= 20 ? plain : plain[..20] + "…";
    }
}
