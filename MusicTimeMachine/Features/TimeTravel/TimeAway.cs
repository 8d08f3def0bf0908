using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>How far back some days are.</summary>
internal static class TimeAway
{
    /// <summary>"Not over yet", "Yesterday", "12 days ago", "5 months ago", "6 years and 2 months ago": from the last of the days.</summary>
    public static string Of(DayRange days, DateOnly today)
    {
        var last = days.To.AddDays(-1);
        var months = (12 * (today.Year - last.Year)) + today.Month - last.Month - (today.Day < last.Day ? 1 : 0);
        return (today.DayNumber - last.DayNumber, months) switch
        {
            ( <= 0, _) => days.From > today ? "In the future" : "Not over yet",
            (1, _) => "Yesterday",
            (var away, < 1) => Format.Count(away, "day") + " ago",
            (_, < 12) => Format.Count(months, "month") + " ago",
            (_, var some) when some % 12 == 0 => Format.Count(some / 12, "year") + " ago",
            var (_, some) => $"{Format.Count(some / 12, "year")} and {Format.Count(some % 12, "month")} ago",
        };
    }
}
