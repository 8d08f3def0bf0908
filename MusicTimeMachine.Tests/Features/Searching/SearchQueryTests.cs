using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Tests.Features.Searching;

public sealed class SearchQueryTests(SearchLibrary library) : IClassFixture<SearchLibrary>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ac/dc")]
    [InlineData("ac dc")]
    [InlineData("acdc")]
    [InlineData("AC-DC")]
    [InlineData("thunder ac/d")]
    public async Task Punctuation_IsNeverInTheWay(string typed)
    {
        var user = await library.AddAsync(new("Thunder Strike", "AC/DC"), new("Something else", "Dac"));

        Assert.Equal(["Thunder Strike"], await library.NamesAsync(user, typed));
    }

    [Theory]
    [InlineData("don't stop", "Don’t Stop")]
    [InlineData("dont stop", "Don’t Stop")]
    [InlineData("rem", "By R.E.M.")]
    [InlineData("r.e.m.", "By R.E.M.")]
    [InlineData("p!nk", "P!nk")]
    [InlineData("pnk", "P!nk")]
    [InlineData("!!!", "!!!")]
    [InlineData("!!", "!!!")]
    [InlineData("÷", "÷")]
    [InlineData("lodz", "Łódź nocą")]
    [InlineData("ŁÓDŹ NOCĄ", "Łódź nocą")]
    [InlineData("strasse", "Große Straße")]
    [InlineData("grosse straße", "Große Straße")]
    [InlineData("bjork", "Björk’s Day")]
    [InlineData("bjo\u0308rk", "Björk’s Day")]
    [InlineData("夜", "今夜に駆ける")]
    [InlineData("駆け", "今夜に駆ける")]
    [InlineData("夜に駆ける", "今夜に駆ける")]
    [InlineData("ดี", "สวัสดีชาวโลก")]
    [InlineData("ＡＢＣ", "ABC")]
    [InlineData("hiphop", "Hip-Hop")]
    [InlineData("hip hop", "Hip-Hop")]
    [InlineData("blue riv", "River of Blue")]
    [InlineData("blue nobody mon", "River of Blue")]
    [InlineData("\"river of\"", "River of Blue")]
    [InlineData("river -tide", "River of Blue")]
    [InlineData("river artist:nobody -\"tide river\"", "River of Blue")]
    public async Task Word_HoweverWritten_FindsItsTitle(string typed, string title)
    {
        var user = await library.AddAsync(
            new("Don’t Stop"), new("By R.E.M."), new("P!nk"), new("!!!"), new("÷"), new("Łódź nocą"), new("Große Straße"), new("Björk’s Day"),
            new("今夜に駆ける"), new("สวัสดีชาวโลก"), new("ABC"), new("Hip-Hop"), new("River of Blue", "Nobody", "Monday"), new("Tide River", "Somebody"));

        Assert.Equal([title], await library.NamesAsync(user, typed));
    }

    [Theory]
    [InlineData("dance", "Dancing")]
    [InlineData("loving", "Love")]
    [InlineData("happiness", "Happy")]
    [InlineData("running dancing", "Run and dance")]
    [InlineData("dancing ", "Dance")]
    [InlineData("Dáncing ", "Dance")]
    [InlineData("lovely ", "Love")]
    [InlineData("runs ", "Run and dance")]
    [InlineData("rivers by nobody ", "A River By")]
    [InlineData("album:runs ", "On an album of that name", "Run")]
    public async Task EnglishForms_AreASecondChance(string typed, string title, string? album = null)
    {
        var user = await library.AddAsync(new(title, Album: album), new("Danube"), new("Lovage"), new("Hapless"), new("Rung"), new("Dan"), new("Riverine"));

        var results = await library.AskAsync(user, typed);

        Assert.Equal([title], results.Items.Select(hit => hit.Name));
        Assert.Equal(SearchChance.Forms, results.Chance);
    }

    [Fact]
    public async Task EnglishForms_StandBehindTheWordItself()
    {
        var user = await library.AddAsync(new("Dancing") { Plays = 100 }, new("Dance") { Plays = 1 });

        Assert.Equal(["Dance", "Dancing"], await library.NamesAsync(user, "dance"));
    }

    [Theory]
    [InlineData("raidohead")]
    [InlineData("radoihead lamps")]
    [InlineData("lapms ")]
    [InlineData("lammps ")]
    [InlineData("RADIOEHAD lapms")]
    public async Task NothingFound_WordsThatLookAlikeAre(string typed)
    {
        var user = await library.AddAsync(new("Paper Lamps", "Radiohead"), new("Lampshade", "Ra"), new("Red Heads"));

        var results = await library.AskAsync(user, typed);

        Assert.Equal("Paper Lamps", results.Items[0].Name);
        Assert.Equal(SearchChance.Similar, results.Chance);
        Assert.Contains(results.Marks, mark => mark.Text is "radiohead" or "lamps");
    }

    [Fact]
    public async Task Order_IsTextRankThenPlaysThenPopularity()
    {
        var user = await library.AddAsync(
            new("Other", "Other", "Amber") { Plays = 900 }, new("Amber", "One") { Plays = 5, Popularity = 10 }, new("Amber", "Two") { Plays = 5, Popularity = 20 },
            new("Amber", "Three") { Plays = 5 }, new("Amber", "Four") { Plays = 6 }, new("Amber", "Amber"));

        var results = await library.AskAsync(user, "amber");

        Assert.Equal(["Amber", "Four", "Two", "One", "Three", "Other"], results.Items.Select(hit => hit.Artist));
        Assert.Equal(6, results.Total);
        Assert.Equal(results.Items.Select(hit => hit.Score).OrderDescending(), results.Items.Select(hit => hit.Score));
    }

    [Fact]
    public async Task Order_ByPages_IsTheWholeList()
    {
        var user = await library.AddAsync([.. Enumerable.Range(0, 23).Select(i => new SearchTrack($"Cobalt {i}") { Plays = i % 4, Popularity = i % 3 })]);
        var whole = await library.AskAsync(user, "cobalt");

        List<SearchHit> pages = [];
        for (var offset = 0; offset < 30; offset += 5)
        {
            var page = await library.AskAsync(user, "cobalt", 5, offset);
            Assert.Equal(23, page.Total);
            pages.AddRange(page.Items);
        }

        Assert.Equal(whole.Items, pages);
    }

    [Theory]
    [InlineData("energy>0.8", "Loud")]
    [InlineData("energy >= 0.8", "Edge", "Loud")]
    [InlineData("energy:0.8", "Edge")]
    [InlineData("energy<80%", "Quiet")]
    [InlineData("energy:0.1..0.8", "Edge", "Quiet")]
    [InlineData("-energy>0.8", "Edge", "Quiet")]
    [InlineData("year:2010", "Edge")]
    [InlineData("year:2010..2015", "Edge", "Quiet")]
    [InlineData("year:2015..2010", "Edge", "Quiet")]
    [InlineData("year:..2009", "Loud")]
    [InlineData("year>2010", "Quiet")]
    [InlineData("liked:yes", "Loud")]
    [InlineData("liked:no", "Edge", "Plain", "Quiet")]
    [InlineData("mood:happy", "Loud")]
    [InlineData("mood:angry", "Edge")]
    [InlineData("mood:sad", "Quiet")]
    [InlineData("mood:calm")]
    [InlineData("-mood:happy", "Edge", "Quiet")]
    [InlineData("tempo>120", "Loud")]
    [InlineData("artist:mira ", "Edge", "Plain")]
    [InlineData("-artist:mira ", "Loud", "Quiet")]
    [InlineData("artist:mira", "Edge", "Loud", "Plain")]
    [InlineData("artist:\"mira holt\"", "Edge")]
    [InlineData("album:mira", "Quiet")]
    [InlineData("-album:mira", "Edge", "Loud", "Plain")]
    [InlineData("mira energy>0.5", "Edge")]
    [InlineData("mira artist:mira liked:no year:2000..2020 -loud", "Edge")]
    public async Task Filter_KeepsWhatItSays(string typed, params string[] titles)
    {
        var user = await library.AddAsync(
            new("Loud", "Ana Mirage") { Liked = true, Released = new(2009, 12, 31), Features = """{"energy":0.9,"valence":0.7,"danceability":0.5,"tempo":128}""" },
            new("Edge", "Mira Holt") { Released = new(2010, 1, 1), Features = """{"energy":0.8,"valence":0.5,"danceability":0.5,"tempo":120}""" },
            new("Quiet", "Ana", "Mira") { Released = new(2015, 12, 31), Features = """{"energy":0.1,"valence":0.5,"danceability":0.5,"tempo":60}""" },
            new("Plain", "The Mira"));

        var names = await library.NamesAsync(user, typed);

        Assert.Equal(titles, names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Library_OfOthers_IsNeverSeen()
    {
        var mine = await library.AddAsync(new SearchTrack("Violet Evening", "Mine") { Plays = 3 });
        var other = await library.AddAsync(new SearchTrack("Violet Morning", "Radiostern") { Plays = 30, Popularity = 100 });
        var shared = await library.AddTrackAsync(other, new("Violet Noon", "Both") { Plays = 50 });
        await library.OwnAsync(mine, shared, 1);

        var results = await library.AskAsync(mine, "violet");

        Assert.Equal([("Violet Evening", 3), ("Violet Noon", 1)], results.Items.Select(hit => (hit.Name, hit.Plays)));
        Assert.Equal(2, results.Total);
        foreach (var typed in (string[])["morning", "radiostern", "radiostrn", "mornings", "liked:no morning", "violet mornin"])
            Assert.Equal(0, (await library.AskAsync(mine, typed)).Items.Count(hit => hit.Name == "Violet Morning"));
        Assert.Equal(SearchResults.None, await library.AskAsync(mine, "radiostrn"));
        Assert.Equal(["Violet Morning"], await library.NamesAsync(other, "radiostrn"));
        Assert.Empty((await new SuggestQuery(new SearchQuery(library.Database, new LibraryMemory(library.Database, TimeProvider.System))).AskAsync(mine, "morn", Cancel)).Items);
    }

    [Fact]
    public async Task Names_ThatChange_AreFoundAnew()
    {
        var user = await library.AddAsync(new SearchTrack("Provisional"));
        await library.Database.ExecuteAsync("update tracks set name = 'Definitive' where name = 'Provisional'");

        Assert.Equal(["Definitive"], await library.NamesAsync(user, "definitive"));
        Assert.Equal(["Definitive"], await library.NamesAsync(user, "definitvie"));
        Assert.Empty(await library.NamesAsync(user, "provisional"));
    }
}
