namespace MusicTimeMachine.Ui.Charts;

/// <summary>A rank in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Rank">From 1; null in a year without one.</param>
/// <param name="Among">How many had a rank in the year.</param>
/// <param name="Plays">Counted plays.</param>
public sealed record RankPoint(int Year, int? Rank, int Among, int Plays);
