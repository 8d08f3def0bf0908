using MusicTimeMachine.Ui.Charts;

namespace MusicTimeMachine.Tests.Ui.Charts;

public sealed class StreakTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void Longest_OfTwoRuns_IsTheLongerWithItsDays() =>
        Assert.Equal(new Streak(3, Monday.AddDays(6)), Streak.Longest(Days(0, 1, 4, 5, 6)));

    [Fact]
    public void Longest_OfEqualRuns_IsTheLatest() =>
        Assert.Equal(Monday.AddDays(4), Streak.Longest(Days(0, 1, 4, 5)).First);

    [Fact]
    public void Longest_WithoutPlays_IsNone() =>
        Assert.Equal(0, Streak.Longest([new DayCount(Monday, 0)]).Days);

    [Theory]
    [InlineData(6, 3)]
    [InlineData(7, 3)] // nothing yet today
    [InlineData(8, 0)]
    public void Current_SeenFromADay_EndsAfterADayWithout(int today, int expected) =>
        Assert.Equal(expected, Streak.Current(Days(0, 1, 4, 5, 6), Monday.AddDays(today)).Days);

    private static IEnumerable<DayCount> Days(params int[] offsets) => offsets.Select(offset => new DayCount(Monday.AddDays(offset), 1)).Reverse();
}
