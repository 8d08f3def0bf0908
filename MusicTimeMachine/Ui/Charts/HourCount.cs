namespace MusicTimeMachine.Ui.Charts;

/// <summary>The plays of one hour of one weekday, over a whole period, in the person's own time zone.</summary>
/// <param name="Weekday">0 for Monday to 6 for Sunday.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Plays">Counted plays, not negative.</param>
public sealed record HourCount(int Weekday, int Hour, int Plays);
