namespace MusicTimeMachine.Ui.Charts;

/// <summary>The plays of one day of the person's own time zone.</summary>
/// <param name="Day">The day.</param>
/// <param name="Plays">Counted plays, not negative.</param>
public sealed record DayCount(DateOnly Day, int Plays);
