namespace MusicTimeMachine.Features.Snapshots;

/// <summary>A month with at least one snapshot.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Days">A bit for each day that has one, the lowest for the first.</param>
public sealed record SnapshotMonth(DateOnly First, int Days)
{
    /// <summary>The days that have one, in order.</summary>
    public IEnumerable<DateOnly> Dates
    {
        get
        {
            for (var day = 0; day < 31; day++)
            {
                if ((Days & (1 << day)) != 0) yield return First.AddDays(day);
            }
        }
    }
}
