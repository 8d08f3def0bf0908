using MusicTimeMachine.Features.Gems;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Benchmarks;

/// <summary>The forgotten gems of a large library, as of many days: with the usual windows, and with windows and thresholds of all sizes.</summary>
internal sealed class GemsBenchmark(LargeLibrary library)
{
    private const int Days = 200;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly ListeningMemory _memory = new(library.Database, TimeProvider.System);

    public static async Task RunAsync(string[] args)
    {
        await using var database = await ThrowAwayDatabase.StartAsync();
        await new GemsBenchmark(await LargeLibrary.WriteAsync(database, args)).RunAsync();
    }

    private async Task RunAsync()
    {
        await AskAllAsync(new Timings(), 8);
        var timings = new Timings();
        await AskAllAsync(timings, Days);
        await Console.Out.WriteLineAsync($"Warm, as of {Days} days\n\n{timings}\n");
    }

    private async Task AskAllAsync(Timings timings, int days)
    {
        var random = new Random(10);
        for (var run = 0; run < days; run++)
        {
            var gems = new GemsQuery(_memory, library.Database, new Noon(library.Options.LastDay.AddDays(1)));
            await timings.MeasureAsync("**gems**", () => gems.AskAsync(library.User, new GemsRequest(), None));
            await timings.MeasureAsync("gems, 200 of them, a single play", () => gems.AskAsync(library.User, new GemsRequest { MinPlays = 1, Limit = 200 }, None));
            var from = random.Next(30, 366 * library.Options.Years);
            var request = new GemsRequest { LovedFromDays = from, LovedToDays = random.Next(from), SilentDays = random.Next(1, 365), MinPlays = random.Next(1, 20) };
            await timings.MeasureAsync("gems, windows of all sizes", () => gems.AskAsync(library.User, request, None));
            await timings.MeasureAsync("gems, the whole history", () => gems.AskAsync(library.User, new GemsRequest { LovedFromDays = GemsRequest.MostDays, MinPlays = 1 + (run % 10) }, None));
        }
    }
}
