namespace MusicTimeMachine.Features.Home;

/// <summary>A step of a series: the part of a day, week, month or year that lies in the range.</summary>
/// <param name="Start">The first day of the step, which may lie before the range.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="MsPlayed">Time listened, in milliseconds.</param>
/// <param name="PlaysBefore">Counted plays of the step in the same place of the range before; null when there is none.</param>
public sealed record ActivityPoint(DateOnly Start, int Plays, long MsPlayed, int? PlaysBefore);
