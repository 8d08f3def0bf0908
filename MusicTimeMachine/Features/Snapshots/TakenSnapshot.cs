namespace MusicTimeMachine.Features.Snapshots;

/// <summary>What came of taking a snapshot.</summary>
/// <param name="Date">The day in the person's time zone.</param>
/// <param name="IsNew">Whether it was taken now; otherwise the day's is there already and stays as it is.</param>
public sealed record TakenSnapshot(DateOnly Date, bool IsNew);
