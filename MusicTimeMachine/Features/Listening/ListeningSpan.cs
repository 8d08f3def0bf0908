namespace MusicTimeMachine.Features.Listening;

/// <summary>The first and the last day on which a person's history shows a play.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public sealed record ListeningSpan(DateOnly First, DateOnly Last);
