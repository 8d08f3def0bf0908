using MusicTimeMachine.Benchmarks;

switch (args)
{
    case ["home", .. var options]:
        await HomeBenchmark.RunAsync(options);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: import | home [--plays N]");
        return 1;
}
