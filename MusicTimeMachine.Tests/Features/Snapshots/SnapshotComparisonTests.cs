using MusicTimeMachine.Features.Snapshots;

namespace MusicTimeMachine.Tests.Features.Snapshots;

public sealed class SnapshotComparisonTests
{
    [Fact]
    public void Comparison_OfAnyTwoLists_IsWhatCountingSays()
    {
        var random = new Random(8);
        for (var n = 0; n < 300; n++)
        {
            var (before, now) = (List(random), List(random));
            PlainComparison.AssertEqual(before, now, SnapshotComparison.Of(Entries(before), Entries(now)));
        }
    }

    [Fact]
    public void Calendar_OfAnyDays_FindsTheirNeighbours()
    {
        var random = new Random(9);
        var begin = new DateOnly(2023, 12, 20);
        List<DateOnly> dates = [.. Enumerable.Range(0, 150).Select(begin.AddDays).Where(_ => random.Next(4) == 0)];
        var calendar = new SnapshotCalendar([.. dates.GroupBy(date => new DateOnly(date.Year, date.Month, 1), (month, days) => new SnapshotMonth(month, days.Aggregate(0, (bits, day) => bits | (1 << (day.Day - 1)))))]);

        Assert.Equal((dates.Count, dates[0], dates[^1]), (calendar.Count, calendar.First!.Value, calendar.Last!.Value));
        for (var day = begin.AddDays(-40); day < begin.AddDays(190); day = day.AddDays(1))
        {
            Assert.Equal(dates.Where(date => date <= day).Cast<DateOnly?>().Max(), calendar.At(day));
            Assert.Equal(dates.Where(date => date < day).Cast<DateOnly?>().Max(), calendar.Before(day));
            Assert.Equal(dates.Where(date => date > day).Cast<DateOnly?>().Min(), calendar.After(day));
            Assert.Equal(dates.Where(date => date >= day && date <= day.AddDays(20)), calendar.Between(day, day.AddDays(20)));
        }

        Assert.Equal((null, null, 0), (new SnapshotCalendar([]).First, new SnapshotCalendar([]).At(DateOnly.MaxValue), new SnapshotCalendar([]).Count));
    }

    [Theory]
    [InlineData(1, 1095, 120)] // three years, every day
    [InlineData(1, 90, 120)]
    [InlineData(7, 150, 120)]
    [InlineData(3, 40, 5)]
    public void Thinned_Dates_FitThePictureAndEndWithTheLast(int every, int count, int most)
    {
        List<DateOnly> dates = [.. Enumerable.Range(0, count).Select(n => new DateOnly(2023, 1, 1).AddDays(n * every))];

        var thinned = RankHistory.Thin(dates, most);

        Assert.InRange(thinned.Dates.Count, Math.Min(count, most) / 2, most);
        Assert.Equal((dates[^1], count > most), (thinned.Dates[^1], thinned.Step > 1));
        Assert.Subset(dates.ToHashSet(), thinned.Dates.ToHashSet());
        Assert.Equal(thinned.Dates.Select(_ => false), thinned.Breaks);
    }

    [Fact]
    public void Breaks_AreWhereDaysAreMissing_NotWhereTheRhythmIsSlower()
    {
        // Every four weeks, every week, every day with one day missing, and a fortnight later again.
        int[] days = [.. Enumerable.Range(0, 12).Select(n => 28 * n), .. Enumerable.Range(1, 20).Select(n => 308 + (7 * n)), .. Enumerable.Range(1, 40).Where(n => n != 21).Select(n => 448 + n), 502, 503, 504];
        List<DateOnly> dates = [.. days.Select(new DateOnly(2025, 1, 1).AddDays)];

        Assert.Equal([470, 502], BreaksOf(120)); // each of 74 dates has its place
        Assert.Equal([504], BreaksOf(40)); // one of 13 days: the single day is too short to be seen
        Assert.Equal([false], RankHistory.Thin([dates[0]], 120).Breaks);
        Assert.Empty(RankHistory.Thin([], 120).Dates);

        IEnumerable<int> BreaksOf(int most)
        {
            var thinned = RankHistory.Thin(dates, most);
            return thinned.Dates.Where((_, i) => thinned.Breaks[i]).Select(date => date.DayNumber - dates[0].DayNumber);
        }
    }

    private static List<(int Rank, long Item, long Id, string Name)> List(Random random) =>
        [.. Enumerable.Range(1, random.Next(51)).Select(rank => (rank, (long)random.Next(1, 60), (long)rank, $"Song {rank}"))];

    private static List<SnapshotEntry> Entries(IEnumerable<(int Rank, long Item, long Id, string Name)> list) => [.. list.Select(line => new SnapshotEntry(line.Rank, line.Item, line.Id, line.Name, "Artist"))];
}
