using MusicTimeMachine.Features.Evolution;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Features.TimeTravel;

namespace MusicTimeMachine.Benchmarks;

/// <summary>The time machine, a day in all years and the evolution over a large library.</summary>
internal sealed class TimeTravelBenchmark(LargeLibrary library)
{
    private const int Runs = 100;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly ListeningMemory _memory = new(library.Database, TimeProvider.System);
    private readonly Random _random = new(7);

    /// <summary>Every year, and many months, days and ranges; many days of the calendar.</summary>
    public static async Task TravelAsync(string[] args)
    {
        await using var database = await ThrowAwayDatabase.StartAsync();
        var benchmark = new TimeTravelBenchmark(await LargeLibrary.WriteAsync(database, args));
        await benchmark.TravelAsync(new Timings(), 4);
        var timings = new Timings();
        await benchmark.TravelAsync(timings, Runs);
        await Console.Out.WriteLineAsync($"Warm\n\n{timings}\n");
    }

    /// <summary>All months, and those of many ranges.</summary>
    public static async Task EvolveAsync(string[] args)
    {
        await using var database = await ThrowAwayDatabase.StartAsync();
        var benchmark = new TimeTravelBenchmark(await LargeLibrary.WriteAsync(database, args));
        await benchmark.EvolveAsync(new Timings(), 4);
        var timings = new Timings();
        await benchmark.EvolveAsync(timings, Runs);
        await Console.Out.WriteLineAsync($"Warm\n\n{timings}\n");
    }

    private async Task TravelAsync(Timings timings, int runs)
    {
        var plays = new PlaysQuery(library.Database);
        var (timeline, day) = (new TimelineQuery(library.Database), new OnThisDayQuery(_memory, plays, library.Database));
        for (var run = 0; run < runs; run++)
        {
            await timings.MeasureAsync("timeline", () => timeline.AskAsync(library.User, None));
            var date = AnyDay();
            await timings.MeasureAsync("a year", () => GoAsync(Destination.OfYear(date.Year)));
            await timings.MeasureAsync("a month", () => GoAsync(Destination.OfMonth(date)));
            await timings.MeasureAsync("a day", () => GoAsync(Destination.OfDay(date)));
            await timings.MeasureAsync("a range between random days", () => GoAsync(Destination.Of(AnyRange())));
            await timings.MeasureAsync("the whole history", () => GoAsync(Destination.Of(new(library.Span.First, library.Span.Last.AddDays(1)))));
            await timings.MeasureAsync("a day in all years", () => day.AskAsync(library.User, date.Month, date.Day, None));
        }
    }

    private async Task EvolveAsync(Timings timings, int runs)
    {
        var query = new EvolutionQuery(_memory);
        var end = library.Span.Last.AddDays(1);
        for (var run = 0; run < runs; run++)
        {
            await timings.MeasureAsync("evolution, all months", () => query.AskAsync(library.User, new(library.Span.First, end), None));
            await timings.MeasureAsync("evolution, 12 months", () => query.AskAsync(library.User, new(end.AddYears(-1), end), None));
            await timings.MeasureAsync("evolution, a range between random days", () => query.AskAsync(library.User, AnyRange(), None));
        }
    }

    private Task<TimeTravelData> GoAsync(Destination to) =>
        new TimeTravelQuery(_memory, new(_memory, library.Database), new(_memory, library.Database)).AskAsync(library.User, to.Range, to.Before, TopOrder.Plays, None);

    private DateOnly AnyDay() => library.Span.First.AddDays(_random.Next(library.Span.Last.DayNumber - library.Span.First.DayNumber));

    private DayRange AnyRange()
    {
        var (one, other) = (AnyDay(), AnyDay());
        return one < other ? new(one, other.AddDays(1)) : new(other, one.AddDays(1));
    }
}
