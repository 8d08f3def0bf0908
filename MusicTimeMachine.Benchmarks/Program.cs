using MusicTimeMachine.Benchmarks;

switch (args)
{
    case ["home", .. var options]:
        await HomeBenchmark.RunAsync(options);
        return 0;
    case ["import", .. var options]:
        await ImportBenchmark.RunAsync(options);
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
    default:
        await Console.Error.WriteLineAsync("Usage: home [--plays N] | time-machine [--plays N] | evolution [--plays N] | import [--rows N] [--runs N] | similar [--plays N]");
        return 1;
}
