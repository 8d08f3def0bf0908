using MusicTimeMachine.Benchmarks;

switch (args)
{
    case ["gems", .. var options]:
        await GemsBenchmark.RunAsync(options);
        return 0;
    case ["home", .. var options]:
        await HomeBenchmark.RunAsync(options);
        return 0;
    case ["import", .. var options]:
        await ImportBenchmark.RunAsync(options);
        return 0;
    case ["moods", .. var options]:
        await MoodsBenchmark.RunAsync(options);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: gems [--plays N] | home [--plays N] | import [--rows N] [--runs N] | moods [--plays N]");
        return 1;
}
