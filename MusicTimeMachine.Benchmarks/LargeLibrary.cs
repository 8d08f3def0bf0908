using System.CommandLine;
using System.Globalization;
using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Benchmarks;

/// <summary>A large library of one person, with 20 other people of moderate size on the same server.</summary>
internal sealed record LargeLibrary(ThrowAwayDatabase Database, Guid User, DemoOptions Options)
{
    private const int OtherPeople = 20;
    private const int PlaysOfOthers = 20_000;
    private const int RandomRanges = 200;

    /// <summary>From the first day with a play to the last.</summary>
    public ListeningSpan Span => new(Options.FirstDay, Options.LastDay);

    /// <summary>Writes the library; <c>--plays</c> says how large.</summary>
    public static async Task<LargeLibrary> WriteAsync(ThrowAwayDatabase database, string[] args)
    {
        var plays = new Option<int>("--plays") { DefaultValueFactory = _ => 1_000_000 };
        var options = Library(new RootCommand { plays }.Parse(args).GetValue(plays), seed: 1);
        for (var other = 1; other <= OtherPeople; other++)
        {
            await new DemoWriter(database).WriteAsync(new DemoLibrary(Library(PlaysOfOthers, seed: (ulong)other + 1)), CancellationToken.None);
            await database.ExecuteAsync($"update users set demo = false, name = 'other ' || {other} where demo");
        }

        var user = await new DemoWriter(database).WriteAsync(new DemoLibrary(options), CancellationToken.None);
        await database.ExecuteAsync($"vacuum analyze");
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Plays:N0} plays of {options.Tracks:N0} tracks, {options.FirstDay:yyyy-MM-dd} to {options.LastDay:yyyy-MM-dd}; {OtherPeople} others with {PlaysOfOthers:N0} plays each\n"));
        return new LargeLibrary(database, user, options);
    }

    /// <summary>The presets, the years, then ranges of all lengths between random days.</summary>
    public DayRange[] Ranges()
    {
        var end = Options.LastDay.AddDays(1);
        var random = new Random(7);
        var days = end.DayNumber - Options.FirstDay.DayNumber;
        return
        [
            new(end.AddDays(-28), end), new(end.AddMonths(-6), end), new(end.AddYears(-1), end), new(Options.FirstDay, end),
            .. Enumerable.Range(0, Options.Years).Select(back => new DayRange(new DateOnly(Options.LastDay.Year - back, 1, 1), new DateOnly(Options.LastDay.Year - back + 1, 1, 1))),
            .. Enumerable.Range(0, RandomRanges).Select(_ => (A: random.Next(days), B: random.Next(days)))
                .Select(pair => new DayRange(Options.FirstDay.AddDays(Math.Min(pair.A, pair.B)), Options.FirstDay.AddDays(Math.Max(pair.A, pair.B) + 1))),
        ];
    }

    private static DemoOptions Library(int plays, ulong seed) => new(new DateOnly(2026, 11, 19), DemoOptions.Zurich, plays, DemoOptions.TracksFor(plays), seed);
}
