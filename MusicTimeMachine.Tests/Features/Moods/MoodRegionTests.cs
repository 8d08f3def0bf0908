using MusicTimeMachine.Features.Moods;

namespace MusicTimeMachine.Tests.Features.Moods;

public sealed class MoodRegionTests
{
    [Theory]
    [InlineData("0.2..0.4", "0.6..0.95", "0.2..0.4", "0.6..0.95")]
    [InlineData("0.4..0.2", null, "0.2..0.4", "0..1")]
    [InlineData("", "0.123456..7", "0..1", "0.12..1")]
    [InlineData("0..0", "99999999999999999999999..1", "0..0", "1..1")]
    public void Parse_PairsOfNumbers_AreBoundsWithinTheMatrix(string? valence, string? energy, string left, string low)
    {
        var region = MoodRegion.Parse(valence, energy);

        Assert.Equal((left, low), (region?.Valence, region?.Energy));
        Assert.Equal(region, MoodRegion.Parse(region?.Valence, region?.Energy));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("0.2", null)]
    [InlineData("0.2..0.4..0.6", null)]
    [InlineData("a..b", "0..1")]
    [InlineData("NaN..1", "0..1")]
    [InlineData("-1..1", "0..1")]
    [InlineData("0,2..0,4", "0..1")]
    [InlineData("\u0001..1", "0..1")]
    [InlineData("..", "0..1")]
    public void Parse_AnythingElse_IsNoRegion(string? valence, string? energy) => Assert.Null(MoodRegion.Parse(valence, energy));
}
