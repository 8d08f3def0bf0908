using System.Globalization;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Home;

public sealed class ActivityQueryTests(Histories histories) : IClassFixture<Histories>
{
    private ActivityQuery Query => new(histories.Memory);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Histories.Ranges), MemberType = typeof(Histories))]
    public async Task Series_OfARange_IsWhatTheRowsSay(string zone, string from, string to)
    {
        var (history, range) = (histories.Of(zone), Histories.Range(from, to));
        foreach (var unit in Enum.GetValues<ActivityUnit>())
        {
            var series = await Query.SeriesAsync(history.User.Id, range, range.Before, unit, Cancel);

            var then = Steps(history, range.Before, unit);
            Assert.Equal(Steps(history, range, unit).Select((step, i) => step with { PlaysBefore = i < then.Count ? then[i].Plays : null }), series);
        }
    }

    [Theory]
    [MemberData(nameof(Histories.Ranges), MemberType = typeof(Histories))]
    public async Task Calendar_OfARange_IsWhatTheRowsSay(string zone, string from, string to)
    {
        var (history, range) = (histories.Of(zone), Histories.Range(from, to));
        var played = history.Counted.Select(history.Day).ToHashSet();
        foreach (var today in (DateOnly[])[played.Max(), played.Max().AddDays(1), played.Max().AddDays(2), new(2025, 12, 31), new(2026, 2, 28)])
        {
            var calendar = await Query.CalendarAsync(history.User.Id, range, today, Cancel);

            var days = Enumerable.Range(0, range.Days).Select(range.From.AddDays).ToList();
            Assert.Equal(days.Select(day => history.CountedIn(new(day, day.AddDays(1))).Count()).ToList(), calendar.Plays);
            Assert.Equal(range.From, calendar.From);
            Assert.Equal(Longest(days, played), calendar.Longest);
            Assert.Equal(Back(played.Contains(today) ? today : today.AddDays(-1), played), calendar.Current);
        }
    }

    [Theory]
    [MemberData(nameof(Histories.Ranges), MemberType = typeof(Histories))]
    public async Task Clock_OfARange_IsWhatTheRowsSay(string zone, string from, string to)
    {
        var (history, range) = (histories.Of(zone), Histories.Range(from, to));

        var clock = await Query.ClockAsync(history.User.Id, range, Cancel);

        Assert.Equal(
            history.CountedIn(range).Select(history.LocalTime)
                .GroupBy(time => (Weekday: ((int)time.DayOfWeek + 6) % 7, time.Hour))
                .Select(hour => new HourOfWeek(hour.Key.Weekday, hour.Key.Hour, hour.Count()))
                .OrderBy(hour => hour.Weekday).ThenBy(hour => hour.Hour),
            clock);
    }

    private static List<ActivityPoint> Steps(InventedHistory history, DayRange range, ActivityUnit unit)
    {
        var plays = history.CountedIn(range).ToLookup(history.Day);
        return
        [
            .. Enumerable.Range(0, range.Days).Select(range.From.AddDays)
                .GroupBy(day => Start(day, unit))
                .Select(step => new ActivityPoint(step.Key, step.Sum(day => plays[day].Count()), step.Sum(day => plays[day].Sum(InventedHistory.Ms)), null)),
        ];
    }

    private static DateOnly Start(DateOnly day, ActivityUnit unit) => unit switch
    {
        ActivityUnit.Day => day,
        ActivityUnit.Week => ISOWeek.ToDateOnly(ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day), DayOfWeek.Monday),
        ActivityUnit.Month => new(day.Year, day.Month, 1),
        _ => new(day.Year, 1, 1),
    };

    private static int Longest(List<DateOnly> days, HashSet<DateOnly> played) =>
        days.Select(day => days.SkipWhile(other => other < day).TakeWhile(played.Contains).Count()).DefaultIfEmpty().Max();

    private static int Back(DateOnly day, HashSet<DateOnly> played) => played.Contains(day) ? 1 + Back(day.AddDays(-1), played) : 0;
}
