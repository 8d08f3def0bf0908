using System.Runtime.InteropServices;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>Days in a row with at least one play.</summary>
/// <param name="Days">How many; 0 for none.</param>
/// <param name="Last">The last of them; meaningless when there is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Streak(int Days, DateOnly Last)
{
    /// <summary>The first of the days.</summary>
    public DateOnly First => Last.AddDays(1 - Days);

    /// <summary>The longest; of several the latest.</summary>
    public static Streak Longest(IEnumerable<DayCount> days) =>
        All(days).Aggregate(default(Streak), (best, next) => next.Days >= best.Days ? next : best);

    /// <summary>The one that runs until <paramref name="today"/>; a today without a play yet does not end it.</summary>
    public static Streak Current(IEnumerable<DayCount> days, DateOnly today) =>
        All(days).FirstOrDefault(streak => streak.Last == today || streak.Last == today.AddDays(-1));

    private static IEnumerable<Streak> All(IEnumerable<DayCount> days)
    {
        Streak? running = null;
        foreach (var day in days.Where(day => day.Plays > 0).Select(day => day.Day).Distinct().Order())
        {
            if (running is { } streak && streak.Last.AddDays(1) == day)
            {
                running = new Streak(streak.Days + 1, day);
                continue;
            }

            if (running is { } ended)
                yield return ended;
            running = new Streak(1, day);
        }

        if (running is { } last)
            yield return last;
    }
}
