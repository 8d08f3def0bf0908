using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Benchmarks;

/// <summary>
/// The first page's queries over a large library, with 20 other people of moderate size on the same server: all presets of
/// the period, and many ranges between random days.
/// </summary>
internal sealed class HomeBenchmark(ThrowAwayDatabase database, Guid user, DemoOptions library)
{
    private const int RandomRanges = 200;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TopKind[] Kinds = [TopKind.Tracks, TopKind.Artists, TopKind.Albums, TopKind.Genres];

    private readonly DateOnly _today = library.LastDay;
    private readonly PlaysQuery _plays = new(database);

    public static async Task RunAsync(string[] args)
    {
        await using var database = await ThrowAwayDatabase.StartAsync();
        var large = await LargeLibrary.WriteAsync(database, args);
        await new HomeBenchmark(database, large.User, large.Options).RunAsync(large.Ranges());
    }

    private async Task RunAsync(DayRange[] ranges)
    {
        await PrintAsync("Once the process has started", await ColdAsync());
        var memory = new ListeningMemory(database, TimeProvider.System);
        await AskAllAsync(new Timings(), memory, ranges[..8]);
        var timings = new Timings();
        await AskAllAsync(timings, memory, ranges);
        await HistoryAsync(timings);
        await PrintAsync($"Warm, {ranges.Length} ranges", timings);
    }

    private async Task<Timings> ColdAsync()
    {
        var timings = new Timings();
        var (year, all) = (new DayRange(_today.AddYears(-1).AddDays(1), _today.AddDays(1)), new DayRange(library.FirstDay, _today.AddDays(1)));
        await HomeAsync(new ListeningMemory(database, TimeProvider.System), year);
        for (var run = 0; run < 5; run++)
        {
            await timings.MeasureAsync("home, 12 months, nothing read yet", () => HomeAsync(new(database, TimeProvider.System), year));
            var memory = new ListeningMemory(database, TimeProvider.System);
            await timings.MeasureAsync("home, all time, nothing read yet", () => HomeAsync(memory, all));
            await database.ExecuteAsync($"update listening_months set revision = gen_random_uuid() where user_id = {user} and month = date_trunc('month', {_today}::date)");
            await timings.MeasureAsync("home, all time, after a new play", () => HomeAsync(memory, all));
        }

        return timings;
    }

    private async Task AskAllAsync(Timings timings, ListeningMemory memory, DayRange[] ranges)
    {
        var (summary, top, activity) = (new SummaryQuery(memory, database), new TopQuery(memory, database), new ActivityQuery(memory));
        foreach (var range in ranges)
        {
            var before = range.Before;
            await timings.MeasureAsync("summary", () => summary.AskAsync(user, range, before, None));
            foreach (var kind in Kinds)
                await timings.MeasureAsync($"top {kind.ToString().ToLowerInvariant()}", () => top.AskAsync(user, new(kind, range) { Before = before }, None));
            await timings.MeasureAsync("top tracks by time, 200 from the 1,000th", () => top.AskAsync(
                user, new(TopKind.Tracks, range) { Before = before, Order = TopOrder.Time, Limit = 200, Offset = 1000 }, None));
            await timings.MeasureAsync("plays by week", () => activity.SeriesAsync(user, range, before, ActivityUnit.Week, None));
            await timings.MeasureAsync("calendar and streaks", () => activity.CalendarAsync(user, range, _today, None));
            await timings.MeasureAsync("hours of the week", () => activity.ClockAsync(user, range, None));
            await timings.MeasureAsync("**home as a whole**", () => HomeAsync(memory, range));
        }
    }

    private async Task HistoryAsync(Timings timings)
    {
        var random = new Random(8);
        for (var run = 0; run < RandomRanges; run++)
        {
            var calendar = await timings.MeasureAsync("history, its calendar", () => _plays.CalendarAsync(user, None));
            var (day, _, play) = calendar.At(random.Next(calendar.Places));
            var rows = await timings.MeasureAsync("history, 60 plays at a random place", () => _plays.ThroughAsync(user, day, Math.Max(0, play), 60, None));
            if (rows.Count > 0) await timings.MeasureAsync("history, the 60 after them", () => _plays.LatestAsync(user, rows[^1].Cursor, 60, None));
        }
    }

    private Task<HomeData> HomeAsync(ListeningMemory memory, DayRange range) =>
        new HomeQuery(database, memory, new(memory, database), new(memory, database), new(memory), _plays).AskAsync(user, range, range.Before, _today, None);

    private static Task PrintAsync(string title, Timings timings) => Console.Out.WriteLineAsync($"{title}\n\n{timings}\n");
}
