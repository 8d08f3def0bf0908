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
