namespace MusicTimeMachine.Ui.Charts;

/// <summary>The plays of one day of the person's own time zone.</summary>
/// <param name="Day">The day.</param>
/// <param name="Plays">Counted plays, not negative.</param>
public sealed record DayCount(DateOnly Day, int Plays);

/// <summary>The plays of one hour of one weekday, over a whole period, in the person's own time zone.</summary>
/// <param name="Weekday">0 for Monday to 6 for Sunday.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Plays">Counted plays, not negative.</param>
public sealed record HourCount(int Weekday, int Hour, int Plays);

/// <summary>The plays of one day, week or month.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Plays">Counted plays, not negative.</param>
/// <param name="Before">The plays of its counterpart in the period before; null when there is none.</param>
public sealed record PlaysPoint(DateOnly Start, int Plays, int? Before = null);

/// <summary>What one column of <see cref="PlaysOverTime"/> stands for.</summary>
public enum ChartUnit
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week, from Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,
}
