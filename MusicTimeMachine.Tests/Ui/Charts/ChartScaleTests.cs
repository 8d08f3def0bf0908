using MusicTimeMachine.Ui.Charts;

namespace MusicTimeMachine.Tests.Ui.Charts;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(5, 6)]
    [InlineData(10, 10)]
    [InlineData(11, 12)]
    [InlineData(97, 100)]
    [InlineData(457, 500)]
    [InlineData(1_001, 1_200)]
    [InlineData(98_765, 100_000)]
    public void Top_OfAnAxis_IsRoundAndEven(int max, int expected) => Assert.Equal(expected, ChartScale.Top(max));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.07, 0.08)]
    [InlineData(0.58, 0.6)]
    [InlineData(4.7, 5)]
    [InlineData(1234, 1600)]
    public void Round_OfAnAxis_IsJustAboveTheMost(double most, double expected) => Assert.Equal(expected, ChartScale.Round(most), 12);

    [Theory]
    [InlineData(3.9, 4.7, 3.6, 4.8)]
    [InlineData(111, 121, 110, 130)]
    [InlineData(120, 120, 120, 120.24)]
    [InlineData(0, 0, 0, 0.002)]
    public void Around_TwoValues_HoldsBothWithARoundMiddle(double least, double most, double bottom, double top)
    {
        var axis = ChartScale.Around(least, most);

        Assert.Equal((bottom, top), (Math.Round(axis.Bottom, 9), Math.Round(axis.Top, 9)));
    }

    [Fact]
    public void Bounds_WithOneEnormousDay_StillTellTheOthersApart()
    {
        var bounds = ChartScale.Bounds([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 4000]);

        Assert.Equal([3, 6, 8, 9], bounds);
        Assert.Equal([0, 1, 2, 3, 4, 5], ((int[])[0, 1, 5, 7, 9, 4000]).Select(value => ChartScale.Level(value, bounds)));
    }

    [Fact]
    public void Bounds_OfNothing_LeaveEverythingSilent() =>
        Assert.Equal(0, ChartScale.Level(0, ChartScale.Bounds([])));
}
