using System.CommandLine;
using System.Globalization;
using MusicTimeMachine.Hosting;

namespace MusicTimeMachine.Features.Demo;

/// <summary><c>demo</c>: creates or refills the demo's library.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var plays = new Option<int>("--plays") { Description = "How many plays; 60,000 are six years.", DefaultValueFactory = _ => 60_000 };
        var seed = new Option<ulong>("--seed") { Description = "Another number gives another listener.", DefaultValueFactory = _ => 1 };
        var verb = new Command("demo", "Create or refill the demo library.") { plays, seed };
        verb.SetAction((parsed, cancellationToken) =>
        {
            var (count, number) = (parsed.GetValue(plays), parsed.GetValue(seed));
            return Verb.RunAsync((services, token) => RunAsync(services, count, number, token), cancellationToken);
        });
        return verb;
    }

    private static async Task<int> RunAsync(IServiceProvider services, int plays, ulong seed, CancellationToken cancellationToken)
    {
        var zone = DemoOptions.Zurich;
        var today = TimeZoneInfo.ConvertTime(services.GetRequiredService<TimeProvider>().GetUtcNow(), zone).DateTime;
        var options = new DemoOptions(DateOnly.FromDateTime(today).AddDays(-1), zone, plays, DemoOptions.TracksFor(plays), seed);
        if (options.Problem is { } problem) throw new VerbException(problem);

        await services.GetRequiredService<DemoWriter>().WriteAsync(new DemoLibrary(options), cancellationToken);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"The demo library has {plays:N0} plays of {options.Tracks:N0} tracks from {options.FirstDay:yyyy-MM-dd} to {options.LastDay:yyyy-MM-dd}."));
        return 0;
    }
}
