namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// How many plays a history shows on which day, newest first. It tells for a place in the whole list on which day that is,
/// so that a page in the middle of a million plays is as quick as the first. A day's heading is a place of its own.
/// </summary>
public sealed class HistoryCalendar
{
    private readonly DateOnly[] _days;
    private readonly int[] _starts;

    /// <summary>From the days with shown plays and how many, newest first.</summary>
    internal HistoryCalendar(IEnumerable<(DateOnly Day, int Plays)> days)
    {
        (DateOnly Day, int Plays)[] list = [.. days];
        _days = [.. list.Select(day => day.Day)];
        _starts = new int[list.Length + 1];
        for (var i = 0; i < list.Length; i++) _starts[i + 1] = _starts[i] + list[i].Plays + 1;
        Plays = _starts[^1] - list.Length;
    }

    /// <summary>The first and the last day with a play; null for an empty history.</summary>
    public ListeningSpan? Span => _days.Length == 0 ? null : new ListeningSpan(_days[^1], _days[0]);

    /// <summary>All shown plays.</summary>
    public int Plays { get; }

    /// <summary>All places of the list: a play each, and a heading for each day.</summary>
    public int Places => _starts[^1];

    /// <summary>The months with plays, newest first, and how many.</summary>
    public IEnumerable<(DateOnly Month, int Plays)> Months => _days
        .Select((day, i) => (Month: new DateOnly(day.Year, day.Month, 1), Plays: _starts[i + 1] - _starts[i] - 1))
        .GroupBy(day => day.Month, day => day.Plays, (month, plays) => (month, plays.Sum()));

    /// <summary>The place of a day's heading; of the next earlier day when nothing was played on it, and of the oldest when there is none.</summary>
    /// <returns>From 0; 0 for an empty history.</returns>
    public int PlaceOf(DateOnly day)
    {
        var found = Array.BinarySearch(_days, day, Comparer<DateOnly>.Create((a, b) => b.CompareTo(a)));
        return _days.Length == 0 ? 0 : _starts[Math.Min(found >= 0 ? found : ~found, _days.Length - 1)];
    }

    /// <summary>What stands at a place.</summary>
    /// <param name="place">From 0 to below <see cref="Places"/>.</param>
    /// <returns>The day with its number of plays, and which of its plays it is: from 0, newest first, and -1 for the heading.</returns>
    public (DateOnly Day, int Plays, int Play) At(int place)
    {
        var found = Array.BinarySearch(_starts, place);
        var day = found >= 0 ? found : ~found - 1;
        return (_days[day], _starts[day + 1] - _starts[day] - 1, place - _starts[day] - 1);
    }
}
