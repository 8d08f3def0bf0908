namespace MusicTimeMachine.Features.Snapshots;

/// <summary>A snapshot, what changed since another, and the ranks over the dates.</summary>
/// <param name="Calendar">The days that have one.</param>
/// <param name="Date">The day.</param>
/// <param name="TakenAt">When it was taken, UTC.</param>
/// <param name="Against">The day that it is compared with; null when there is none before it.</param>
/// <param name="Entries">The list, by rank; empty when Spotify had none.</param>
/// <param name="Comparison">What changed; null when there is nothing to compare with.</param>
/// <param name="History">The ranks over the dates.</param>
public sealed record SnapshotsData(
    SnapshotCalendar Calendar, DateOnly Date, DateTimeOffset TakenAt, DateOnly? Against, IReadOnlyList<SnapshotEntry> Entries, SnapshotComparison? Comparison, RankHistory History);
