using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Home;

/// <summary>When somebody listened.</summary>
public sealed class ActivityQuery(ListeningMemory memory)
{
    /// <summary>Plays by day, ISO week, month or year, without gaps.</summary>
    public async Task<IReadOnlyList<ActivityPoint>> SeriesAsync(
        Guid userId, DayRange range, DayRange? before, ActivityUnit unit, CancellationToken cancellationToken)
    {
        var heard = await memory.ReadAsync(userId, range.With(before ?? range), cancellationToken);
        return Series(heard.Within(range), before is { } other ? heard.Within(other) : null, unit);
    }

    /// <summary>Plays of each day, and the streaks.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="range">The days.</param>
    /// <param name="today">The present day of the person's calendar.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<ActivityCalendarDays> CalendarAsync(Guid userId, DayRange range, DateOnly today, CancellationToken cancellationToken)
    {
        var days = (await memory.ReadAsync(userId, range, cancellationToken)).ByDay();
        return Calendar(range.From, days, await CurrentStreakAsync(userId, today, cancellationToken));
    }

    /// <summary>Plays by weekday and hour.</summary>
    public async Task<IReadOnlyList<HourOfWeek>> ClockAsync(Guid userId, DayRange range, CancellationToken cancellationToken) =>
        Clock(await memory.ReadAsync(userId, range, cancellationToken));

    /// <summary>The days in a row with a counted play until today, or until yesterday while there is none today.</summary>
    public async Task<int> CurrentStreakAsync(Guid userId, DateOnly today, CancellationToken cancellationToken)
    {
        // Most streaks are short: the look goes back farther only while there is no end.
        for (var back = 60; ; back *= 4)
        {
            var range = new DayRange(DateOnly.FromDayNumber(Math.Max(0, today.DayNumber - back)), today.AddDays(1));
            var days = (await memory.ReadAsync(userId, range, cancellationToken)).ByDay();
            var last = days[^1].Plays > 0 ? days.Length : days.Length - 1;
            var streak = days.Take(last).Reverse().TakeWhile(day => day.Plays > 0).Count();
            if (streak < last || range.From == DateOnly.MinValue) return streak;
        }
    }

    internal static IReadOnlyList<ActivityPoint> Series(Heard now, Heard? before, ActivityUnit unit)
    {
        var steps = Steps(now, unit);
        var then = before is null ? [] : Steps(before, unit);
        return [.. steps.Select((step, i) => new ActivityPoint(step.Start, step.Tally.Plays, step.Tally.Ms, i < then.Count ? then[i].Tally.Plays : null))];
    }

    internal static ActivityCalendarDays Calendar(DateOnly from, Tally[] days, int current)
    {
        var (longest, running) = (0, 0);
        foreach (var day in days) longest = Math.Max(longest, running = day.Plays > 0 ? running + 1 : 0);
        return new ActivityCalendarDays(from, [.. days.Select(day => day.Plays)], longest, current);
    }

    internal static IReadOnlyList<HourOfWeek> Clock(Heard heard)
    {
        var week = heard.ByHourOfWeek();
        return [.. Enumerable.Range(0, week.Length).Where(hour => week[hour] > 0).Select(hour => new HourOfWeek(hour / 24, hour % 24, week[hour]))];
    }

    private static List<(DateOnly Start, Tally Tally)> Steps(Heard heard, ActivityUnit unit)
    {
        List<(DateOnly Start, Tally Tally)> steps = [];
        var days = heard.ByDay();
        for (var i = 0; i < days.Length; i++)
        {
            var start = StartOf(heard.Range.From.AddDays(i), unit);
            if (steps.Count > 0 && steps[^1].Start == start) steps[^1] = (start, steps[^1].Tally + days[i]);
            else steps.Add((start, days[i]));
        }

        return steps;
    }

    private static DateOnly StartOf(DateOnly day, ActivityUnit unit) => unit switch
    {
        ActivityUnit.Day => day,
        ActivityUnit.Week => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - (((int)day.DayOfWeek + 6) % 7))),
        ActivityUnit.Month => new DateOnly(day.Year, day.Month, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };
}
