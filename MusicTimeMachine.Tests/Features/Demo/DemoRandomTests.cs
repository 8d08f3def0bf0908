using MusicTimeMachine.Features.Demo;

namespace MusicTimeMachine.Tests.Features.Demo;

public sealed class DemoRandomTests
{
    [Fact]
    public void Random_OfASeed_GivesTheNumbersOfXoshiro()
    {
        // Seed 0, stream 0: SplitMix64 of 0 begins with e220a8397b1dcdaf, 6e789e6aa1b965f4, 06c45d188009454f, f88bb8a8724c81ec.
        var random = new DemoRandom(seed: 0, stream: 0);
        ulong[] drawn = [random.NextBits(), random.NextBits(), random.NextBits()];
        Assert.Equal<ulong[]>([0x99EC5F36CB75F2B4, 0xBF6E1F784956452A, 0x1A5F849D4933E6E0], drawn);
    }

    [Fact]
    public void Streams_OfOneSeed_Differ() =>
        Assert.NotEqual(new DemoRandom(seed: 5, stream: 1).NextBits(), new DemoRandom(seed: 5, stream: 2).NextBits());

    [Fact]
    public void Weights_DrawnOften_ComeAsOftenAsTheyWeigh()
    {
        var random = new DemoRandom(seed: 1, stream: 1);
        var weights = new DemoWeights(5);
        weights.SetAll(item => item);
        weights.Set(2, 0);
        weights.Set(0, 2);
        var drawn = new int[5];
        for (var i = 0; i < 100_000; i++)
            drawn[weights.Draw(random)]++;

        Assert.Equal([20, 10, 0, 30, 40], drawn.Select(count => (int)Math.Round(count / 1000.0)));
    }

    [Fact]
    public void Normal_DrawnOften_HasMeanZeroAndDeviationOne()
    {
        var random = new DemoRandom(seed: 1, stream: 1);
        var draws = Enumerable.Range(0, 100_000).Select(_ => random.Normal()).ToArray();
        Assert.Equal((0.0, 1.0), (Math.Abs(Math.Round(draws.Average(), 1)), Math.Round(draws.Average(x => x * x), 1)));
    }
}
