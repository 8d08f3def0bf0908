using MusicTimeMachine.Features.Snapshots;

namespace MusicTimeMachine.Tests.Features.Snapshots;

/// <summary>What changed between two lists, by counting.</summary>
internal static class PlainComparison
{
    public static void AssertEqual(List<(int Rank, long Item, long Id, string Name)> before, List<(int Rank, long Item, long Id, string Name)> now, SnapshotComparison changes)
    {
        var moved =
            (from item in before.Concat(now).Select(entry => entry.Item).Distinct()
             let then = before.Where(entry => entry.Item == item).Select(entry => (int?)entry.Rank).Min()
             let today = now.Where(entry => entry.Item == item).Select(entry => (int?)entry.Rank).Min()
             select (Item: item, Then: then, Now: today)).ToList();

        Assert.Equal(moved.Where(item => item.Now < item.Then).OrderByDescending(item => item.Then - item.Now).ThenBy(item => item.Now), Told(changes.Risers));
        Assert.Equal(moved.Where(item => item.Now > item.Then).OrderByDescending(item => item.Now - item.Then).ThenBy(item => item.Now), Told(changes.Fallers));
        Assert.Equal(moved.Where(item => item.Then is null).OrderBy(item => item.Now), Told(changes.New));
        Assert.Equal(moved.Where(item => item.Now is null).OrderBy(item => item.Then), Told(changes.Gone));
        Assert.Equal(moved.Where(item => item.Now == item.Then).OrderBy(item => item.Now), Told(changes.Same));
    }

    private static IEnumerable<(long, int?, int?)> Told(IEnumerable<SnapshotChange> changes) => changes.Select(change => (change.Entry.Item, change.Before, change.Rank));
}
