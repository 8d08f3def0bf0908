using MusicTimeMachine.Features.Demo;

namespace MusicTimeMachine.Tests.Features.Demo;

/// <summary>The libraries that the tests look at, made once.</summary>
internal static class InventedLibraries
{
    private static readonly Lazy<(DemoLibrary Library, DemoPlay[] Plays)> Made = new(() =>
    {
        var library = new DemoLibrary(new DemoOptions(LastDay, DemoOptions.Zurich));
        return (library, [.. library.Plays()]);
    });

    public static DateOnly LastDay { get; } = new(2026, 11, 19);

    /// <summary>Six years as newcomers see them.</summary>
    public static DemoLibrary Standard => Made.Value.Library;

    public static DemoPlay[] StandardPlays => Made.Value.Plays;

    public static DemoLibrary Small(ulong seed = 1) => new(new DemoOptions(LastDay, DemoOptions.Zurich, Plays: 3_000, Tracks: 300, seed));

    /// <summary>When a play began, on the listener's clock.</summary>
    public static DateTime LocalStart(this DemoPlay play) =>
        TimeZoneInfo.ConvertTime(play.PlayedAt.AddMilliseconds(-play.MsPlayed), DemoOptions.Zurich).DateTime;

    /// <summary>The mean of a feature over the plays whose track has it.</summary>
    public static double Mean(this IEnumerable<DemoPlay> plays, Func<DemoAudioFeatures, double> feature) =>
        plays.Select(play => Standard.Tracks[play.Track].Features).OfType<DemoAudioFeatures>().Average(feature);
}
