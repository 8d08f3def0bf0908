namespace MusicTimeMachine.Features.Home;

/// <summary>The days of a range with their plays, and how long the music went on without a day's pause.</summary>
/// <param name="From">The first day.</param>
/// <param name="Plays">Counted plays of each day, from the first.</param>
/// <param name="Longest">The most days in a row with a counted play within the range.</param>
/// <param name="Current">The days in a row until today, those before the range included; a today without a play yet does not end them.</param>
public sealed record ActivityCalendarDays(DateOnly From, IReadOnlyList<int> Plays, int Longest, int Current);
