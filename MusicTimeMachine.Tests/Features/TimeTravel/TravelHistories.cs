using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Features.Home;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.TimeTravel;

/// <summary>The histories of two people in two time zones, with audio features.</summary>
public sealed class TravelHistories(TestCluster cluster) : IAsyncLifetime
{
    public Histories Histories { get; } = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await Histories.InitializeAsync();
        await InventedSounds.StoreAsync(Histories.Database, Histories.Of("Europe/Zurich").Catalog);
    }

    public ValueTask DisposeAsync() => Histories.DisposeAsync();

    /// <summary>The songs (or artists) of the first person's range that have no play before it, with their plays.</summary>
    internal static List<(long Key, int Plays, long Ms)> Discovered(InventedHistory history, DayRange range, Func<Play, long> keyOf)
    {
        var known = history.Counted.Where(play => history.Day(play) < range.From).Select(keyOf).ToHashSet();
        return
        [
            .. history.CountedIn(range).GroupBy(keyOf).Where(item => !known.Contains(item.Key))
                .Select(item => (item.Key, item.Count(), item.Sum(InventedHistory.Ms))),
        ];
    }
}
