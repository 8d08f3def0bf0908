using System.Globalization;
using System.Text;
using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Tests.Features.Searching;

public sealed class SearchParserTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("Blue", "('blue':*)")]
    [InlineData("Blue ", "('blue')")]
    [InlineData("blue riv", "('blue') & ('riv':*)")]
    [InlineData("AC/DC ", "('ac' <-> 'dc' | 'acdc')")]
    [InlineData("AC/D", "('ac' <-> 'd':* | 'acd':*)")]
    [InlineData("\"back in\" -black", "('back' <-> 'in') & !('black':*)")]
    [InlineData("-black", "!('black':*)")]
    [InlineData("artist:mira ", "('mira':A)")]
    [InlineData("album:\"night bus\" ", "('night':B <-> 'bus':B)")]
    [InlineData("-artist:mira ", null)]
    [InlineData("-album:mira ", "!('mira':B)")]
    [InlineData("“quoted words” ", "('quoted' <-> 'words')")]
    [InlineData("\"left open", "('left' <-> 'open':*)")]
    [InlineData("\"\"", null)]
    [InlineData("!!!", "('q0q212121':*)")]
    [InlineData("love & (hate | !you):* <-> 'quote' \\ ", "('love') & ('hate') & ('you') & ('quote')")]
    [InlineData("夜に駆ける abc夜 ", "('夜に駆ける':*) & ('abc' & '夜':*)")]
    [InlineData("a\0b\ud800c ", "('a') & ('b') & ('c')")]
    public void Expression_HoldsLettersAndOurOwnSigns(string typed, string? expression) =>
        Assert.Equal(expression, SearchExpression.Of(SearchParser.Parse(typed)));

    [Theory]
    [InlineData("energy>0.8", "energy", 0.80000007f, float.MaxValue)]
    [InlineData("Energy >= 0.8", "energy", 0.8f, float.MaxValue)]
    [InlineData("valence<=50%", "valence", float.MinValue, 0.5f)]
    [InlineData("danceability:0,2..0,4", "danceability", 0.2f, 0.4f)]
    [InlineData("tempo=120", "tempo", 120, 120)]
    [InlineData("year:2010..2015", "year", 2010, 2015)]
    [InlineData("year:2015..2010", "year", 2010, 2015)]
    [InlineData("year:2010..", "year", 2010, float.MaxValue)]
    [InlineData("year:\"2010\"", "year", 2010, 2010)]
    [InlineData("liked:yes", "liked", 1, 1)]
    [InlineData("liked:False", "liked", 0, 0)]
    [InlineData("mood:SAD", "mood", 3, 3)]
    public void Filter_IsUnderstood(string typed, string name, float low, float high)
    {
        var text = SearchParser.Parse(typed);

        Assert.Equal([new SearchFilter(name, low, high)], text.Filters);
        Assert.Empty(text.Terms);
        Assert.Empty(text.Hints);
        Assert.Equal([new SearchFilter(name, low, high, true)], SearchParser.Parse("-" + typed).Filters);
    }

    [Theory]
    [InlineData("energy>loud", "“energy>loud” was searched as words. Write a number from 0 to 1: energy>0.8, energy:0.2..0.4.")]
    [InlineData("energy>2", "“energy>2” was searched as words. Write a number from 0 to 1: energy>0.8, energy:0.2..0.4.")]
    [InlineData("year:soon", "“year:soon” was searched as words. Write a year or two of them: year:2010, year:2010..2015, year>=2010.")]
    [InlineData("year:..", "“year:..” was searched as words. Write a year or two of them: year:2010, year:2010..2015, year>=2010.")]
    [InlineData("mood:odd", "“mood:odd” was searched as words. Write mood:happy, mood:angry, mood:calm or mood:sad.")]
    [InlineData("liked>yes", "“liked>yes” was searched as words. Write liked:yes or liked:no.")]
    [InlineData("tempo:-5", "“tempo:-5” was searched as words. Write beats per minute: tempo>120, tempo:90..100.")]
    [InlineData("genre:jazz", "There is no filter “genre”; it was searched as words. The filters are artist:, album:, year:, liked:, mood: and audio features such as energy>0.8.")]
    public void Filter_NotUnderstood_IsWordsAndAHint(string typed, string hint)
    {
        var text = SearchParser.Parse(typed);

        Assert.Equal([hint], text.Hints);
        Assert.Empty(text.Filters);
        Assert.NotEmpty(text.Terms);
    }

    [Theory]
    [InlineData("Dancing Queen: live")]
    [InlineData("love > hate")]
    [InlineData("artist: blue")]
    [InlineData("1999")]
    public void Words_ThatLookLikeFilters_AreWordsWithoutAHint(string typed)
    {
        var text = SearchParser.Parse(typed);

        Assert.Empty(text.Hints);
        Assert.Empty(text.Filters);
        Assert.NotEmpty(text.Terms);
    }

    [Fact]
    public void Text_OfAnyLength_IsBounded()
    {
        var text = SearchParser.Parse(string.Concat(Enumerable.Repeat("word ", 20_000)));

        Assert.Equal(SearchParser.MaxTerms, text.Terms.Count);
        Assert.Equal(["Only the first 500 characters were searched.", "Only the first 24 words were searched."], text.Hints);
        Assert.Equal(64, Assert.Single(Assert.Single(SearchParser.Parse(new string('x', 100_000)).Terms).Words).Parts[0].Text.Length);
    }

    [Fact]
    public void Text_WhateverItIs_MakesAnExpressionOfLettersInQuotes()
    {
        foreach (var typed in HostileTexts.Many(20_000))
        {
            var expression = SearchExpression.Of(SearchParser.Parse(typed)) ?? "";
            var inside = false;
            foreach (var rune in expression.EnumerateRunes())
            {
                if (rune.Value == '\'') inside = !inside;
                else if (inside) Assert.True(Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber, $"{rune} of {typed}");
                else Assert.Contains(rune.ToString(), " &|!()<->:*AB");
            }

            Assert.False(inside);
        }
    }
}
