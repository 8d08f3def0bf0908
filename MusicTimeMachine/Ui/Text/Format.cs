using System.Globalization;

namespace MusicTimeMachine.Ui.Text;

/// <summary>How numbers, durations and days are written: English, the same on every server, whatever its locale.</summary>
public static class Format
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>"12,345".</summary>
    public static string Count(long count) => count.ToString("N0", English);

    /// <summary>"1 play", "12,345 plays".</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for any other number; the word for one with an s when not given.</param>
    public static string Count(long count, string one, string? many = null) =>
        $"{Count(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>"1.2k", "3.4M": for axes, where there is no room. Below 1,000 in full.</summary>
    public static string Compact(long count) => Math.Abs(count) switch
    {
        >= 999_950 => (count / 1_000_000.0).ToString("0.#", English) + "M",
        >= 1_000 => (count / 1_000.0).ToString("0.#", English) + "k",
        _ => count.ToString(English),
    };

    /// <summary>"512 bytes", "1.5 kB", "83 MB", "2.1 GB": decimal units, two figures below ten.</summary>
    /// <param name="bytes">Not negative.</param>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => Count(bytes, "byte"),
        < 999_500 => Size(bytes / 1e3, "kB"),
        < 999_500_000 => Size(bytes / 1e6, "MB"),
        _ => Size(bytes / 1e9, "GB"),
    };

    /// <summary>"48 s", "12 min", "3 h 12 min", "1,234 h": never more than two units, and hours alone from 100 on.</summary>
    /// <param name="milliseconds">Not negative.</param>
    public static string Duration(long milliseconds)
    {
        var seconds = milliseconds / 1000;
        var minutes = seconds / 60;
        var hours = minutes / 60;
        return (hours, minutes) switch
        {
            ( >= 100, _) => $"{Count(hours)} h",
            ( > 0, _) when minutes % 60 == 0 => $"{hours} h",
            ( > 0, _) => $"{hours} h {minutes % 60} min",
            (_, > 0) => $"{minutes} min",
            _ => $"{seconds} s",
        };
    }

    /// <summary>A track's length: "3:07", "1:02:09".</summary>
    /// <param name="milliseconds">Not negative.</param>
    public static string Length(long milliseconds)
    {
        var length = TimeSpan.FromMilliseconds(milliseconds);
        return length.ToString(length.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", English);
    }

    /// <summary>"12 %" for 0.12; one decimal below 1 %; above 1,000 % as a multiple, "×12".</summary>
    public static string Percent(double ratio) => Math.Abs(ratio) switch
    {
        >= 10 => "×" + ratio.ToString("0", English),
        > 0 and < 0.01 => (ratio * 100).ToString("0.#", English) + " %",
        _ => (ratio * 100).ToString("0", English) + " %",
    };

    private static string Size(double size, string unit) => size.ToString(size < 9.95 ? "0.0" : "N0", English) + " " + unit;

    /// <summary>"3 June 2024".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>"Mon 3 June 2024".</summary>
    public static string DayWithWeekday(DateOnly day) => day.ToString("ddd d MMMM yyyy", English);

    /// <summary>"June 2024".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", English);

    /// <summary>"March – May 2024", "December 2023 – February 2024".</summary>
    /// <param name="from">A day of the first month.</param>
    /// <param name="last">A day of the last month, inclusive.</param>
    public static string Months(DateOnly from, DateOnly last) => (from, last) switch
    {
        _ when from.Year != last.Year => $"{Month(from)} – {Month(last)}",
        _ when from.Month != last.Month => $"{from.ToString("MMMM", English)} – {Month(last)}",
        _ => Month(from),
    };

    /// <summary>"08:00" for 8, "00:00" for 0 and 24.</summary>
    public static string Hour(int hour) => (hour % 24).ToString("00", English) + ":00";

    /// <summary>"14:05".</summary>
    public static string Time(DateTimeOffset moment) => moment.ToString("HH:mm", English);

    /// <summary>"3 June 2024, 14:05", in the offset that <paramref name="moment"/> has.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToString("d MMMM yyyy, HH:mm", English);

    /// <summary>"3 – 9 June 2024", "3 June – 2 July 2024", "3 June 2023 – 2 July 2024".</summary>
    /// <param name="from">The first day.</param>
    /// <param name="last">The last day, inclusive.</param>
    public static string Days(DateOnly from, DateOnly last) => (from, last) switch
    {
        _ when from == last => Day(from),
        _ when from.Year != last.Year => $"{Day(from)} – {Day(last)}",
        _ when from.Month != last.Month => $"{from.ToString("d MMMM", English)} – {Day(last)}",
        _ => $"{from.Day} – {Day(last)}",
    };

    /// <summary>"just now", "5 minutes ago", "3 hours ago", "yesterday", "6 days ago", then the day itself.</summary>
    /// <param name="moment">When it was.</param>
    /// <param name="now">The present, in the offset of the person's time zone: it decides what "yesterday" means.</param>
    public static string Ago(DateTimeOffset moment, DateTimeOffset now)
    {
        var here = moment.ToOffset(now.Offset);
        var days = (now.Date - here.Date).Days;
        return (now - moment) switch
        {
            { TotalMinutes: < 1 } => "just now",
            { TotalMinutes: < 60 } age => Count((long)age.TotalMinutes, "minute") + " ago",
            { TotalHours: < 12 } age => Count((long)age.TotalHours, "hour") + " ago",
            _ when days == 0 => Count((long)(now - moment).TotalHours, "hour") + " ago",
            _ when days == 1 => "yesterday",
            _ when days < 7 => $"{days} days ago",
            _ => Day(DateOnly.FromDateTime(here.Date)),
        };
    }
}
