using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Tests.Features.Searching;

public sealed class SearchMarksTests
{
    [Theory]
    [InlineData("blue", "Blúe Bluebird (Blue)", "[Blúe] [Bluebird] ([Blue])")]
    [InlineData("blue ", "Blue Bluebird", "[Blue] Bluebird")]
    [InlineData("acdc ", "AC/DC: AC, DC", "[AC/DC]: AC, DC")]
    [InlineData("ac/dc ", "AC/DC", "[AC/DC]")]
    [InlineData("ac ", "AC/DC", "[AC]/DC")]
    [InlineData("駆け", "夜に駆ける", "夜に[駆け]る")]
    [InlineData("夜 ", "夜夜 night", "[夜夜] night")]
    [InlineData("grosse ", "Große Töne", "[Große] Töne")]
    [InlineData("-blue", "Blue", "Blue")]
    [InlineData("x", "", "")]
    [InlineData("x", "🔥\ud800 x", "🔥\ud800 [x]")]
    public void Names_AreDividedIntoWhatMatchesAndWhatDoesNot(string typed, string name, string expected)
    {
        var words = SearchParser.Parse(typed).Wanted.SelectMany(term => term.Words);
        var marks = new SearchMarks([.. words.SelectMany(word => word.Joined is null ? word.Parts : [.. word.Parts, new SearchPart(word.Joined, word.Parts[^1].IsBeginning)])]);

        Assert.Equal(expected, string.Concat(marks.Divide(name).Select(run => run.Marked ? $"[{run.Text}]" : run.Text)));
    }

    [Fact]
    public void Names_OfAnyKind_AreTheirRuns()
    {
        var marks = new SearchMarks([new("a", true), new("夜", true) { IsAnywhere = true }, new("\u0301", false)]);
        foreach (var name in HostileTexts.Many(2_000).Select(text => text[..Math.Min(text.Length, 300)]))
            Assert.Equal(name, string.Concat(marks.Divide(name).Select(run => run.Text)));
    }
}
