namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>The counted plays of one month, as columns: an index is a play. See <see cref="ListeningMonth"/>.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Revision">Of the row that this was read from.</param>
/// <param name="Tracks">The track's number in <see cref="HeardCatalog"/>.</param>
/// <param name="Hours">Hours of the person's clock since the month began.</param>
/// <param name="Ms">Time listened, in milliseconds.</param>
internal sealed record HeardMonth(DateOnly Month, Guid Revision, int[] Tracks, short[] Hours, int[] Ms)
{
    /// <summary>The hours of the month that lie within a range: the first, and the one after the last. All hours for the whole month.</summary>
    public (int First, int End) Within(DayRange range) =>
        (Math.Max(0, 24 * (range.From.DayNumber - Month.DayNumber)), Math.Min(24 * 31, 24 * (range.To.DayNumber - Month.DayNumber)));
}
