namespace MusicTimeMachine.Features.Snapshots;

/// <summary>
/// What changed from one list of tops to a later one of the same range. Songs are compared, not ids: a song that stands in a
/// list under two ids has the better of their ranks. Each song or artist of either list is in exactly one of the five.
/// </summary>
/// <param name="Risers">In both, with a smaller number now: those that went up most first, of equals the better placed now.</param>
/// <param name="Fallers">In both, with a greater number now: those that fell most first, of equals the better placed now.</param>
/// <param name="New">In the later list only, by their rank in it.</param>
/// <param name="Gone">In the earlier list only, by their rank in it.</param>
/// <param name="Same">In both at the same rank, by rank.</param>
public sealed record SnapshotComparison(
    IReadOnlyList<SnapshotChange> Risers, IReadOnlyList<SnapshotChange> Fallers, IReadOnlyList<SnapshotChange> New,
    IReadOnlyList<SnapshotChange> Gone, IReadOnlyList<SnapshotChange> Same)
{
    /// <summary>Compares two lists, each by rank.</summary>
    public static SnapshotComparison Of(IReadOnlyList<SnapshotEntry> before, IReadOnlyList<SnapshotEntry> now)
    {
        var (then, today) = (Best(before), Best(now));
        List<SnapshotChange> there = [.. today.Values.Select(entry => new SnapshotChange(entry, then.GetValueOrDefault(entry.Item)?.Rank, entry.Rank)).OrderBy(change => change.Rank)];
        return new SnapshotComparison(
            [.. there.Where(change => change.Places > 0).OrderByDescending(change => change.Places)],
            [.. there.Where(change => change.Places < 0).OrderBy(change => change.Places)],
            [.. there.Where(change => change.Before is null)],
            [.. then.Values.Where(entry => !today.ContainsKey(entry.Item)).OrderBy(entry => entry.Rank).Select(entry => new SnapshotChange(entry, entry.Rank, null))],
            [.. there.Where(change => change.Before == change.Rank)]);
    }

    /// <summary>By song or artist, the first line of a list that names it.</summary>
    internal static Dictionary<long, SnapshotEntry> Best(IReadOnlyList<SnapshotEntry> list)
    {
        var best = new Dictionary<long, SnapshotEntry>();
        foreach (var entry in list) best.TryAdd(entry.Item, entry);
        return best;
    }
}
