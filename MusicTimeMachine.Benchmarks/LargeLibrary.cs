using System.Globalization;
using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Benchmarks;

/// <summary>One person with a large library and 20 others of moderate size, on a server of their own.</summary>
internal sealed class LargeLibrary : IAsyncDisposable
{
    private const int OtherPeople = 20;
    private const int PlaysOfOthers = 20_000;
    private const int RandomRanges = 200;

    private LargeLibrary(ThrowAwayDatabase database, Guid user, DemoOptions options) => (Database, User, Options) = (database, user, options);

    public ThrowAwayDatabase Database { get; }

    /// <summary>The person with the large library.</summary>
    public Guid User { get; }

    /// <summary>What the library is made of.</summary>
    public DemoOptions Options { get; }

    public static async Task<LargeLibrary> CreateAsync(int plays)
    {
        var database = await ThrowAwayDatabase.StartAsync();
        for (var other = 1; other <= OtherPeople; other++)
        {
            await new DemoWriter(database).WriteAsync(new DemoLibrary(Of(PlaysOfOthers, seed: (ulong)other + 1)), CancellationToken.None);
            await database.ExecuteAsync($"update users set demo = false, name = 'other ' || {other} where demo");
        }

        var options = Of(plays, seed: 1);
        var user = await new DemoWriter(database).WriteAsync(new DemoLibrary(options), CancellationToken.None);
        await database.ExecuteAsync($"vacuum analyze");
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Plays:N0} plays of {options.Tracks:N0} tracks, {options.FirstDay:yyyy-MM-dd} to {options.LastDay:yyyy-MM-dd}; {OtherPeople} others with {PlaysOfOthers:N0} plays each\n"));
        return new LargeLibrary(database, user, options);
    }

    /// <summary>The presets, then ranges of all lengths between random days.</summary>
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

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static DemoOptions Of(int plays, ulong seed) => new(new DateOnly(2026, 11, 19), DemoOptions.Zurich, plays, DemoOptions.TracksFor(plays), seed);
}
