using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Searching;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Searching;

/// <summary>How the server goes about a search, in a library that is large enough for it to matter.</summary>
public sealed class SearchPlanTests(SearchPlanTests.Library library) : IClassFixture<SearchPlanTests.Library>
{
    private readonly QueryPlans _plans = new(library.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("night ")]
    [InlineData("nig")]
    [InlineData("\"night of\" -day")]
    [InlineData("artist:night energy>0.5")]
    public async Task Words_AreFoundByTheIndexOfThePersonsWords(string typed)
    {
        await Query().AskAsync(library.User, SearchParser.Parse(typed), 20, 0, Cancel);

        Assert.Contains("ix_user_tracks_user_id_search", _plans.Indexes);
        Assert.DoesNotContain("user_tracks", _plans.ReadWhole);
    }

    [Fact]
    public async Task WordInEveryTitle_IsLookedForInTheHeadOfTheLibrary()
    {
        var memory = new LibraryMemory(library.Database, TimeProvider.System);
        Assert.Equal(9_000, (await memory.ReadAsync(library.User, Cancel)).Tracks.Length);

        var results = await new SearchQuery(_plans, memory).AskAsync(library.User, SearchParser.Parse("everywhere"), 20, 0, Cancel);

        Assert.Equal((20, 600, true), (results.Items.Count, results.Total, results.HasMore));
        Assert.Equal(results.Items.OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Plays), results.Items);
        Assert.DoesNotContain("ix_user_tracks_user_id_search", _plans.Indexes);
    }

    [Fact]
    public async Task TypingErrors_AreFoundByTheTrigrams()
    {
        var results = await Query().AskAsync(library.User, SearchParser.Parse("evrywhere "), 20, 0, Cancel);

        Assert.Equal(SearchChance.Similar, results.Chance);
        Assert.Contains("ix_library_words_similar", _plans.Indexes);
        Assert.DoesNotContain("library_words", _plans.ReadWhole);
    }

    [Fact]
    public async Task OtherForms_AreFoundAmongTheWordsOfTheLibrary()
    {
        await Query().AskAsync(library.User, SearchParser.Parse("nightly "), 20, 0, Cancel);

        Assert.Contains("pk_library_words", _plans.Indexes);
        Assert.DoesNotContain("library_words", _plans.ReadWhole);
    }

    [Theory]
    [InlineData("energy>0.8")]
    [InlineData("mood:calm -liked:yes")]
    public async Task FiltersAlone_ReadNothingButTheRowsThatAreShown(string typed)
    {
        var memory = new LibraryMemory(library.Database, TimeProvider.System);
        await memory.ReadCurrentAsync(library.User, Cancel);

        await new SearchQuery(_plans, memory).AskAsync(library.User, SearchParser.Parse(typed), 20, 0, Cancel);

        Assert.Equal(["pk_tracks", "pk_user_tracks"], _plans.Indexes.Where(index => index.EndsWith("tracks", StringComparison.Ordinal)));
        Assert.Empty(_plans.ReadWhole.Intersect(["tracks", "user_tracks"]));
    }

    private SearchQuery Query() => new(_plans, new LibraryMemory(library.Database, TimeProvider.System));

    /// <summary>A listener with more tracks than are ranked all, every one with the same word in its title.</summary>
    public sealed class Library(TestCluster cluster) : IAsyncLifetime
    {
        public TestDatabase Database { get; } = new(cluster);

        public Guid User { get; private set; }

        public async ValueTask InitializeAsync()
        {
            await Database.InitializeAsync();
            User = await new DemoWriter(Database).WriteAsync(
                new DemoLibrary(new DemoOptions(new DateOnly(2026, 11, 19), DemoOptions.Zurich, 45_000, 9_000)), TestContext.Current.CancellationToken);
            await Database.ExecuteAsync("update tracks set name = name || ' everywhere'");
            await Database.ExecuteAsync("vacuum analyze user_tracks");
            await Database.ExecuteAsync("vacuum analyze tracks");
            await Database.ExecuteAsync("vacuum analyze library_words");
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
