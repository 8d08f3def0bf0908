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

    private static string Months(DateOnly first, DateOnly last, DateOnly today) => (first, last) switch
    {
        _ when first.Year == last.Year && first.Month == last.Month => $" in {Written(first, "MMMM", today)}",
        _ when first.Year == last.Year => $", {first.ToString("MMMM", CultureInfo.InvariantCulture)} to {Written(last, "MMMM", today)}",
        _ => $", {Written(first, "MMMM", today)} to {Written(last, "MMMM", today)}",
    };

    private static string Written(DateOnly day, string format, DateOnly today) =>
        day.ToString(day.Year == today.Year ? format : format + " yyyy", CultureInfo.InvariantCulture);
}
