using MusicTimeMachine.Features.Playlists;

namespace MusicTimeMachine.Tests.Features.Playlists;

public sealed class PlaylistDiffTests
{
    [Fact]
    public void Of_TheSameList_IsEmpty() => Assert.True(PlaylistDiff.Of([3, 1, 2], [3, 1, 2]).IsEmpty);

    [Fact]
    public void Of_ATrackThatJumpsToTheTop_MovesThatOneAlone()
    {
        var diff = PlaylistDiff.Of([1, 2, 3, 4, 5], [5, 1, 2, 3, 4]);

        Assert.Equal([new PlaylistMove(5, 4, 0)], diff.Moved);
        Assert.Empty(diff.Added);
        Assert.Empty(diff.Removed);
    }

    [Fact]
    public void Of_AddedRemovedAndMoved_SaysWhere()
    {
        var diff = PlaylistDiff.Of([10, 20, 30, 40], [40, 10, 50, 30]);

        Assert.Equal([new PlaylistPlace(20, 1)], diff.Removed);
        Assert.Equal([new PlaylistPlace(50, 2)], diff.Added);
        Assert.Equal([new PlaylistMove(40, 3, 0)], diff.Moved);
    }

    [Fact]
    public void Of_ATrackThatStandsTwice_IsRefused() => Assert.Throws<ArgumentException>(() => PlaylistDiff.Of([1, 2, 1], [1]));

    [Fact]
    public void Of_AnyTwoLists_AppliedToTheOldOne_GivesTheNewOne_WithAsFewMovesAsPossible()
    {
        var random = new Random(5);
        for (var round = 0; round < 3_000; round++)
        {
            var (before, after) = (Some(random), Some(random));

            var diff = PlaylistDiff.Of(before, after);

            Assert.Equal(after, diff.ApplyTo(before));
            Assert.Equal(before.Except(after), diff.Removed.Select(place => place.TrackId));
            Assert.Equal(after.Except(before), diff.Added.Select(place => place.TrackId));
            Assert.All(diff.Removed, place => Assert.Equal(place.TrackId, before[place.Position]));
            Assert.All(diff.Added, place => Assert.Equal(place.TrackId, after[place.Position]));
            Assert.All(diff.Moved, move => Assert.Equal((move.TrackId, move.TrackId), (before[move.From], after[move.To])));
            Assert.Equal(before.Intersect(after).Count() - CommonRow(before, after), diff.Moved.Count);
        }
    }

    private static long[] Some(Random random)
    {
        var tracks = Enumerable.Range(1, 14).Select(track => (long)track).ToArray();
        // Some are all mixed up, others only here and there.
        if (random.Next(2) == 0) random.Shuffle(tracks);
        else (tracks[random.Next(14)], tracks[0]) = (tracks[0], tracks[random.Next(14)]);
        return [.. tracks.Distinct().Take(random.Next(15))];
    }

    /// <summary>How many tracks the longest row has that stands in both lists in the same order: the plain table of all beginnings.</summary>
    private static int CommonRow(long[] a, long[] b)
    {
        var longest = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
                longest[i, j] = a[i - 1] == b[j - 1] ? longest[i - 1, j - 1] + 1 : Math.Max(longest[i - 1, j], longest[i, j - 1]);
        }

        return longest[a.Length, b.Length];
    }
}
