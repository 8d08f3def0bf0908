using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Features.Moods;

namespace MusicTimeMachine.Benchmarks;

/// <summary>The mood matrix over a large library: presets, years, months and many ranges between random days.</summary>
internal sealed class MoodsBenchmark(LargeLibrary library)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly MoodQuery _moods = new(new ListeningMemory(library.Database, TimeProvider.System), library.Database);

    public static async Task RunAsync(string[] args)
    {
        await using var database = await ThrowAwayDatabase.StartAsync();
        await new MoodsBenchmark(await LargeLibrary.WriteAsync(database, args)).RunAsync();
    }

    private async Task RunAsync()
    {
        var ranges = library.Ranges();
        await AskAllAsync(new Timings(), ranges[..8]);
        var timings = new Timings();
        await AskAllAsync(timings, ranges);
        for (var month = new DateOnly(library.Options.FirstDay.Year + 1, 1, 1); month < library.Options.LastDay; month = month.AddMonths(1))
            await timings.MeasureAsync("a month of the player", () => _moods.AskAsync(library.User, new(month, month.AddMonths(1)), MoodSplit.Middle, None));
        await Console.Out.WriteLineAsync($"Warm, {ranges.Length} ranges\n\n{timings}\n");
    }

    private async Task AskAllAsync(Timings timings, DayRange[] ranges)
    {
        var random = new Random(9);
        foreach (var range in ranges)
        {
            await timings.MeasureAsync("**mood matrix**", () => _moods.AskAsync(library.User, range, MoodSplit.Middle, None));
            await timings.MeasureAsync("mood matrix, my medians", () => _moods.AskAsync(library.User, range, MoodSplit.Medians, None));
            var region = MoodRegion.Between(random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble());
            await timings.MeasureAsync("30 songs of a region", () => _moods.RegionAsync(library.User, range, region, 0, 30, None));
            await timings.MeasureAsync("30 songs of a region, from the 1,000th", () => _moods.RegionAsync(library.User, range, region, 1000, 30, None));
        }
    }
}
