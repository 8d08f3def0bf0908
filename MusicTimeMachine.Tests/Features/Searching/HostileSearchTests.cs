namespace MusicTimeMachine.Tests.Features.Searching;

public sealed class HostileSearchTests(SearchLibrary library) : IClassFixture<SearchLibrary>
{
    [Fact]
    public async Task Search_WhateverIsTyped_Answers()
    {
        var user = await library.AddAsync(
            new("The Blue", "AC/DC", "夜に駆ける"), new("Don't", "R.E.M.") { Features = """{"energy":0.9,"valence":0.9,"danceability":0.1}""", Released = new(2010, 1, 1), Liked = true });
        foreach (var typed in HostileTexts.Many(3_000))
        {
            try
            {
                var results = await library.AskAsync(user, typed, limit: 5);
                Assert.InRange(results.Items.Count, 0, 2);
            }
            catch (Exception exception)
            {
                Assert.Fail($"{Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(typed[..Math.Min(200, typed.Length)]))}: {exception}");
            }
        }
    }

    [Theory]
    [InlineData(int.MinValue, int.MinValue)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(0, -1)]
    public async Task Search_OfAnyPart_Answers(int limit, int offset)
    {
        var user = await library.AddAsync(new SearchTrack("Azure"));

        Assert.Equal(1, (await library.AskAsync(user, "azure", limit, offset)).Total);
    }

    [Theory]
    [InlineData("''")]
    [InlineData("a\u0301\u0302 'b' \\ & | ! ( ) : *")]
    [InlineData("\ufdfa\ufdfa\ufdfa")]
    public async Task Names_OfAnyKind_AreStoredAndDoNotStopASearch(string name)
    {
        var user = await library.AddAsync(new SearchTrack(name, name, name), new SearchTrack("Azure " + new string('夜', 5_000)), new SearchTrack(new string('x', 50_000)));

        Assert.Equal(1, (await library.AskAsync(user, "azure")).Total);
    }
}
