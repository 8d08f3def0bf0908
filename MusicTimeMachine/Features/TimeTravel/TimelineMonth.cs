namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>A month of the whole history.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Plays">Counted plays; 0 for a month of silence.</param>
public sealed record TimelineMonth(DateOnly Month, int Plays);
