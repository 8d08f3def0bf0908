using System.CommandLine;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Benchmarks;

/// <summary>
/// The first page's queries over a large library, with 20 other people of moderate size on the same server: all presets of
/// the period, and many ranges between random days.
/// </summary>
internal sealed class HomeBenchmark(LargeLibrary large)
{
    private const int RandomPlaces = 200;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TopKind[] Kinds = [TopKind.Tracks, TopKind.Artists, TopKind.Albums, TopKind.Genres];

    private readonly ThrowAwayDatabase _database = large.Database;
    private readonly Guid _user = large.User;
    private readonly DateOnly _today = large.Options.LastDay;
    private readonly PlaysQuery _plays = new(large.Database);

    public static async Task RunAsync(string[] args)
    {
        var plays = new Option<int>("--plays") { DefaultValueFactory = _ => 1_000_000 };
        var parsed = new RootCommand { plays }.Parse(args);
        await using var library = await LargeLibrary.CreateAsync(parsed.GetValue(plays));
        await new HomeBenchmark(library).RunAsync();
    }

    private async Task RunAsync()
    {
        await PrintAsync("Once the process has started", await ColdAsync());
        var (memory, ranges) = (new ListeningMemory(_database, TimeProvider.System), large.Ranges());
        await AskAllAsync(new Timings(), memory, ranges[..8]);
        var timings = new Timings();
        await AskAllAsync(timings, memory, ranges);
        await HistoryAsync(timings);
        await PrintAsync($"Warm, {ranges.Length} ranges", timings);
    }

    private async Task<Timings> ColdAsync()
    {
        var timings = new Timings();
        var (year, all) = (new DayRange(_today.AddYears(-1).AddDays(1), _today.AddDays(1)), new DayRange(large.Options.FirstDay, _today.AddDays(1)));
        await HomeAsync(new ListeningMemory(_database, TimeProvider.System), year);
        for (var run = 0; run < 5; run++)
        {
            await timings.MeasureAsync("home, 12 months, nothing read yet", () => HomeAsync(new(_database, TimeProvider.System), year));
            var memory = new ListeningMemory(_database, TimeProvider.System);
            await timings.MeasureAsync("home, all time, nothing read yet", () => HomeAsync(memory, all));
            await _database.ExecuteAsync($"update listening_months set revision = gen_random_uuid() where user_id = {_user} and month = date_trunc('month', {_today}::date)");
            await timings.MeasureAsync("home, all time, after a new play", () => HomeAsync(memory, all));
        }

        return timings;
    }

    private async Task AskAllAsync(Timings timings, ListeningMemory memory, DayRange[] ranges)
    {
        var (summary, top, activity) = (new SummaryQuery(memory, _database), new TopQuery(memory, _database), new ActivityQuery(memory));
        foreach (var range in ranges)
        {
            var before = range.Before;
            await timings.MeasureAsync("summary", () => summary.AskAsync(_user, range, before, None));
            foreach (var kind in Kinds)
                await timings.MeasureAsync($"top {kind.ToString().ToLowerInvariant()}", () => top.AskAsync(_user, new(kind, range) { Before = before }, None));
            await timings.MeasureAsync("top tracks by time, 200 from the 1,000th", () => top.AskAsync(
                _user, new(TopKind.Tracks, range) { Before = before, Order = TopOrder.Time, Limit = 200, Offset = 1000 }, None));
            await timings.MeasureAsync("plays by week", () => activity.SeriesAsync(_user, range, before, ActivityUnit.Week, None));
            await timings.MeasureAsync("calendar and streaks", () => activity.CalendarAsync(_user, range, _today, None));
            await timings.MeasureAsync("hours of the week", () => activity.ClockAsync(_user, range, None));
            await timings.MeasureAsync("**home as a whole**", () => HomeAsync(memory, range));
        }
    }

    private async Task HistoryAsync(Timings timings)
    {
        var random = new Random(8);
        for (var run = 0; run < RandomPlaces; run++)
        {
            var calendar = await timings.MeasureAsync("history, its calendar", () => _plays.CalendarAsync(_user, None));
            var (day, _, play) = calendar.At(random.Next(calendar.Places));
            var rows = await timings.MeasureAsync("history, 60 plays at a random place", () => _plays.ThroughAsync(_user, day, Math.Max(0, play), 60, None));
            if (rows.Count > 0) await timings.MeasureAsync("history, the 60 after them", () => _plays.LatestAsync(_user, rows[^1].Cursor, 60, None));
        }
    }

    private Task<HomeData> HomeAsync(ListeningMemory memory, DayRange range) =>
        new HomeQuery(_database, memory, new(memory, _database), new(memory, _database), new(memory), _plays).AskAsync(_user, range, range.Before, _today, None);

    private static Task PrintAsync(string title, Timings timings) => Console.Out.WriteLineAsync($"{title}\n\n{timings}\n");
}
