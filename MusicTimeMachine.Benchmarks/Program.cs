using MusicTimeMachine.Benchmarks;

switch (args)
{
    case ["corrections", .. var options]:
        await CorrectionsBenchmark.RunAsync(options);
        return 0;
    case ["gems", .. var options]:
        await GemsBenchmark.RunAsync(options);
        return 0;
    case ["home", .. var options]:
        await HomeBenchmark.RunAsync(options);
        return 0;
    case ["import", .. var options]:
        await ImportBenchmark.RunAsync(options);
        return 0;
    case ["keeping", .. var options]:
        await KeepingBenchmark.RunAsync(options);
        return 0;
    case ["time-machine", .. var options]:
        await TimeTravelBenchmark.TravelAsync(options);
        return 0;
    case ["evolution", .. var options]:
        await TimeTravelBenchmark.EvolveAsync(options);
        return 0;
    case ["similar", .. var options]:
        await SimilarBenchmark.RunAsync(options);
        return 0;
    case ["moods", .. var options]:
        await MoodsBenchmark.RunAsync(options);
        return 0;
    case ["search", .. var options]:
        await SearchBenchmark.RunAsync(options);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: home|time-machine|evolution|similar|moods|gems|keeping|corrections [--plays N] | search [--tracks N] | import [--rows N] [--runs N]");
        return 1;
}
