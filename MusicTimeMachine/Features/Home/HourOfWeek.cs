namespace MusicTimeMachine.Features.Home;

/// <summary>What was played in one hour of one weekday.</summary>
/// <param name="Weekday">0 for Monday to 6 for Sunday.</param>
/// <param name="Hour">0 to 23 of the person's clock.</param>
/// <param name="Plays">Counted plays; more than 0.</param>
public sealed record HourOfWeek(int Weekday, int Hour, int Plays);
