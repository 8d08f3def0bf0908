namespace MusicTimeMachine.Features.Snapshots;

/// <summary>How a song or an artist stands in two lists.</summary>
/// <param name="Entry">Its line in the later list, or in the earlier one when it is gone.</param>
/// <param name="Before">Its rank in the earlier list; null when it was not in it.</param>
/// <param name="Rank">Its rank in the later list; null when it is gone.</param>
public sealed record SnapshotChange(SnapshotEntry Entry, int? Before, int? Rank)
{
    /// <summary>How many ranks it went up; negative when it fell, 0 when it stayed, came or went.</summary>
    public int Places => (Before - Rank) ?? 0;
}
