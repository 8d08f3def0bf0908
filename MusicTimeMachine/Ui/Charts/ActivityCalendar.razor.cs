using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>
/// Every day of a range as a square whose colour says how much was played. Each month is a drawing of its own, so that the
/// months wrap: twelve in a row on a wide screen, four on a phone.
/// </summary>
public sealed partial class ActivityCalendar
{
    private IReadOnlyList<CalendarMonth> _months = [];
    private IReadOnlyList<IReadOnlyList<string>> _rows = [];
    private Streak _longest;
    private Streak _current;
    private int _activeDays;

    /// <summary>The days with plays, in any order; days that are missing have none.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DayCount> Days { get; set; } = [];

    /// <summary>The first day shown.</summary>
    [Parameter, EditorRequired]
    public DateOnly From { get; set; }

    /// <summary>The day after the last one shown.</summary>
    [Parameter, EditorRequired]
    public DateOnly To { get; set; }

    /// <summary>The present day, when the range reaches it: shows the streak that still runs.</summary>
    [Parameter]
    public DateOnly? Today { get; set; }

    /// <summary>The days of the streak that still runs, when it may have begun before <see cref="From"/>; counted from what is shown when not given.</summary>
    [Parameter]
    public int? CurrentDays { get; set; }

    private string LongestDays => _longest.Days == 0 ? "" : Format.Days(_longest.First, _longest.Last);

    private string Summary =>
        $"Calendar of plays, {Format.Days(From, To.AddDays(-1))}: {Format.Count(_activeDays, "day")} with music, longest streak {Format.Count(_longest.Days, "day")}.";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var shown = Days.Where(day => day.Day >= From && day.Day < To).ToList();
        _months = CalendarMonth.Of(From, To, shown);
        _longest = Streak.Longest(shown);
        _current = Today is { } today ? Streak.Current(shown, today) : default;
        _activeDays = _months.Sum(month => month.Days.Count(day => day.Plays > 0));
        _rows = [.. _months.Select(month => (IReadOnlyList<string>)
        [
            Format.Month(month.First),
            Format.Count(month.Days.Sum(day => day.Plays)),
            Format.Count(month.Days.Count(day => day.Plays > 0)),
        ])];
    }

    private string MonthLabel(CalendarMonth month) =>
        month.First.ToString(month == _months[0] || month.First.Month == 1 ? "MMM yyyy" : "MMM", CultureInfo.InvariantCulture);
}
