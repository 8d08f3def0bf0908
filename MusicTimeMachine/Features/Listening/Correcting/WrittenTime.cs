using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>A time as a person writes it, by the clock that they had then.</summary>
/// <param name="At">The moment.</param>
/// <param name="Note">What was chosen, as a sentence, where the clock showed this time twice or never; otherwise null.</param>
public sealed record WrittenTime(DateTimeOffset At, string? Note)
{
    /// <summary>
    /// Reads a time. Of one that the clock showed twice the first is meant; one that it passed over is as much later as the
    /// clock was put forward.
    /// </summary>
    /// <param name="day">The day, from 1900 to 2200.</param>
    /// <param name="time">The time of day.</param>
    /// <param name="zone">The person's time zone.</param>
    /// <returns>Null for a day outside these years.</returns>
    public static WrittenTime? Read(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (day.Year is < 1900 or > 2200) return null;
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
        {
            var at = TimeZoneInfo.ConvertTime(new DateTimeOffset(local, zone.GetUtcOffset(local.AddHours(-3))), zone);
            return new WrittenTime(at, $"There was no {Clock(local)} on that day: the clocks went forward. It is taken as {Format.Time(at)}.");
        }

        return zone.IsAmbiguousTime(local)
            ? new WrittenTime(new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Max()), $"It was {Clock(local)} twice on that day: the clocks went back. The first time is meant.")
            : new WrittenTime(new DateTimeOffset(local, zone.GetUtcOffset(local)), null);
    }

    private static string Clock(DateTime local) => Format.Time(new DateTimeOffset(local, TimeSpan.Zero));
}
