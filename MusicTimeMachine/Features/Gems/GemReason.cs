using System.Globalization;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Gems;

/// <summary>Says why a song is a forgotten gem.</summary>
internal static class GemReason
{
    /// <summary>"31 plays, March to May; last heard on 3 June". A year is named where it is not the present one.</summary>
    /// <param name="plays">Counted plays in the time of love.</param>
    /// <param name="first">The day of the first of them.</param>
    /// <param name="last">The day of the last of them.</param>
    /// <param name="lastHeard">The day of the last counted play of all.</param>
    /// <param name="today">The present day of the person's calendar.</param>
    public static string Of(int plays, DateOnly first, DateOnly last, DateOnly lastHeard, DateOnly today) =>
        $"{Format.Count(plays, "play")}{Months(first, last, today)}; last heard on {Written(lastHeard, "d MMMM", today)}";

    /// <summary>"In your top 50 on 14 days, best rank 3, last on 3 June".</summary>
    /// <param name="days">On how many days of the time of love a snapshot had it in the tops of four weeks.</param>
    /// <param name="best">The best of its ranks in these.</param>
    /// <param name="last">The last day of all on which one had it.</param>
    /// <param name="today">The present day of the person's calendar.</param>
    public static string OfTops(int days, int best, DateOnly last, DateOnly today) =>
        $"In your top 50 on {Format.Count(days, "day")}, best rank {Format.Count(best)}, last on {Written(last, "d MMMM", today)}";

    private static string Months(DateOnly first, DateOnly last, DateOnly today) => (first, last) switch
    {
        _ when first.Year == last.Year && first.Month == last.Month => $" in {Written(first, "MMMM", today)}",
        _ when first.Year == last.Year => $", {first.ToString("MMMM", CultureInfo.InvariantCulture)} to {Written(last, "MMMM", today)}",
        _ => $", {Written(first, "MMMM", today)} to {Written(last, "MMMM", today)}",
    };

    private static string Written(DateOnly day, string format, DateOnly today) =>
        day.ToString(day.Year == today.Year ? format : format + " yyyy", CultureInfo.InvariantCulture);
}
