namespace MusicTimeMachine.Ui.Charts;

/// <summary>The plays of one day, week or month.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Plays">Counted plays, not negative.</param>
/// <param name="Before">The plays of its counterpart in the period before; null when there is none.</param>
public sealed record PlaysPoint(DateOnly Start, int Plays, int? Before = null);
