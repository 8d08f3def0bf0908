namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// How many plays a history shows on which day, newest first. It tells for a place in the whole list on which day that is,
/// so that a page in the middle of a million plays is as quick as the first. A day's heading is a place of its own, and so
/// is a gap, below the play that is known after it.
/// </summary>
public sealed class HistoryCalendar
{
    private readonly DateOnly[] _days;
    private readonly int[] _plays;
    private readonly int[] _starts;
    private readonly Dictionary<int, HistoryGap> _gaps = [];

    /// <summary>From the days with shown plays and how many, newest first, and the gaps between them.</summary>
    internal HistoryCalendar(IEnumerable<(DateOnly Day, int Plays)> days, IEnumerable<HistoryGap> gaps)
    {
        (DateOnly Day, int Plays)[] list = [.. days];
        (_days, _plays) = ([.. list.Select(day => day.Day)], [.. list.Select(day => day.Plays)]);
        // A day of which nothing is left has no heading: its gap goes before the next earlier one.
        var gapsByDay = gaps.Select(gap => (Day: IndexOf(gap.Day), Gap: gap)).OrderByDescending(gap => gap.Gap.Until)
            .ToLookup(gap => gap.Day, gap => gap.Gap);
        _starts = new int[list.Length + 1];
        for (var i = 0; i < list.Length; i++)
        {
            var before = 0;
            foreach (var gap in gapsByDay[i]) _gaps.Add(_starts[i] + 1 + (gap.Day == _days[i] ? Math.Min(gap.After, _plays[i]) : 0) + before++, gap);
            _starts[i + 1] = _starts[i] + _plays[i] + before + 1;
        }

        Plays = _plays.Sum();
    }

    /// <summary>The first and the last day with a play; null for an empty history.</summary>
    public ListeningSpan? Span => _days.Length == 0 ? null : new ListeningSpan(_days[^1], _days[0]);

    /// <summary>All shown plays.</summary>
    public int Plays { get; }

    /// <summary>All places of the list: a play each, a heading for each day, and the gaps.</summary>
    public int Places => _starts[^1];

    /// <summary>The months with plays, newest first, and how many.</summary>
    public IEnumerable<(DateOnly Month, int Plays)> Months => _days
        .Select((day, i) => (Month: new DateOnly(day.Year, day.Month, 1), Plays: _plays[i]))
        .GroupBy(day => day.Month, day => day.Plays, (month, plays) => (month, plays.Sum()));

    /// <summary>The place of a day's heading; of the next earlier day when nothing was played on it, and of the oldest when there is none.</summary>
    /// <returns>From 0; 0 for an empty history.</returns>
    public int PlaceOf(DateOnly day) => _days.Length == 0 ? 0 : _starts[IndexOf(day)];

    /// <summary>What stands at a place.</summary>
    /// <param name="place">From 0 to below <see cref="Places"/>.</param>
    /// <returns>The day with its number of plays, and which of its plays it is: from 0, newest first, and -1 for the heading. Of a gap, the play that comes next.</returns>
    public (DateOnly Day, int Plays, int Play) At(int place)
    {
        var found = Array.BinarySearch(_starts, place);
        var day = found >= 0 ? found : ~found - 1;
        var gaps = Enumerable.Range(_starts[day], place - _starts[day]).Count(_gaps.ContainsKey);
        return (_days[day], _plays[day], place - _starts[day] - 1 - gaps);
    }

    /// <summary>The gap at a place; null when something else stands there.</summary>
    public HistoryGap? GapAt(int place) => _gaps.GetValueOrDefault(place);

    private int IndexOf(DateOnly day)
    {
        var found = Array.BinarySearch(_days, day, Comparer<DateOnly>.Create((a, b) => b.CompareTo(a)));
        return Math.Min(found >= 0 ? found : ~found, _days.Length - 1);
    }
}
