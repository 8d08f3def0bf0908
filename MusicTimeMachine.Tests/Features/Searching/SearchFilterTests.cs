using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Tests.Features.Searching;

/// <summary>Filters over a library that is too large to be ranked all, against a plain computation over its rows.</summary>
public sealed class SearchFilterTests(SearchFilterTests.Library library) : IClassFixture<SearchFilterTests.Library>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("energy>0.8")]
    [InlineData("energy>0.2 energy<=0.6 -energy:0.3..0.4")]
    [InlineData("-valence<0.5 danceability:0.4..0.9 tempo>100")]
    [InlineData("year:2015")]
    [InlineData("-year:2000..2020")]
    [InlineData("mood:calm")]
    [InlineData("-mood:happy year>=2010")]
    [InlineData("liked:yes")]
    [InlineData("liked:no")]
    [InlineData("-liked:no speechiness<0.2")]
    [InlineData("energy>0.99 year:1950")]
    [InlineData("energy>0.6 energy<0.4")]
    public async Task FiltersAlone_GiveEveryTrackThatPasses_TheMostPlayedFirst(string typed)
    {
        var expected = (await library.RowsAsync()).Where(row => Passes(row, typed)).ToList();

        foreach (var offset in (int[])[0, 50, Math.Max(0, expected.Count - 20), expected.Count])
        {
            var results = await library.AskAsync(typed, 50, offset);

            Assert.Equal(expected.Skip(offset).Take(50).Select(row => (row.Id, row.Plays, 0d)), results.Items.Select(hit => (hit.Id, hit.Plays, hit.Score)));
            Assert.Equal((expected.Count, false, SearchChance.Typed), (results.Total, results.HasMore, results.Chance));
        }
    }

    [Fact]
    public async Task CommonWord_WithAFilterThatFewPass_GivesAllOfThem()
    {
        var expected = (await library.RowsAsync()).Where(row => Passes(row, "energy>0.9 liked:yes")).Select(row => row.Id).ToList();

        var results = await library.AskAsync("everywhere energy>0.9 liked:yes", SearchQuery.MostHits, 0);

        Assert.InRange(expected.Count, 1, SearchQuery.MostHits);
        Assert.Equal(expected.Order(), results.Items.Select(hit => hit.Id).Order());
        Assert.Equal((expected.Count, false), (results.Total, results.HasMore));
    }

    [Fact]
    public async Task CommonWord_WithAFilterThatManyPass_GivesTheMostPlayedOfThem()
    {
        var passing = (await library.RowsAsync()).Where(row => Passes(row, "energy>0.3")).Select(row => row.Id).Take(600).ToHashSet();

        var results = await library.AskAsync("everywhere energy>0.3", SearchQuery.MostHits, 0);

        Assert.Equal((600, true), (results.Total, results.HasMore));
        Assert.Equal(SearchQuery.MostHits, results.Items.Count(hit => passing.Contains(hit.Id)));
        Assert.Equal(results.Items.OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Plays), results.Items);
    }

    [Theory]
    [InlineData("quintilla", "energy>0.5")]
    [InlineData("quintilla", "liked:yes")]
    [InlineData("quintilla", "-mood:happy year<2010")]
    [InlineData("quintilla -septima", "-liked:yes")]
    public async Task SeldomWord_WithAFilter_GivesThoseThatPass(string words, string filters)
    {
        var expected = (await library.RowsAsync()).Where(row => row.Name.Contains("quintilla", StringComparison.Ordinal) && Passes(row, filters))
            .Where(row => words == "quintilla" || !row.Name.Contains("septima", StringComparison.Ordinal)).Select(row => row.Id).ToList();

        var results = await library.AskAsync($"{filters} {words} ", SearchQuery.MostHits, 0);

        Assert.InRange(expected.Count, 1, SearchQuery.MostHits);
        Assert.Equal(expected.Order(), results.Items.Select(hit => hit.Id).Order());
        Assert.Equal((expected.Count, false), (results.Total, results.HasMore));
    }

    [Fact]
    public async Task Filters_ThatNothingPasses_FindNothing()
    {
        foreach (var typed in (string[])["energy>0.6 energy<0.4", "everywhere energy>0.6 energy<0.4", "evrywhere energy>0.6 energy<0.4"])
            Assert.Equal(0, (await library.AskAsync(typed, 50, 0)).Total);
    }

    private static bool Passes(Row row, string filters) => SearchParser.Parse(filters).Filters.All(filter =>
    {
        float? value = filter.Name switch
        {
            "energy" => row.Energy,
            "valence" => row.Valence,
            "danceability" => row.Danceability,
            "speechiness" => row.Speechiness,
            "tempo" => row.Tempo,
            "year" => row.Released?.Year,
            "liked" => row.Liked ? 1 : 0,
            "mood" when row.Energy is { } energy && row.Valence is { } valence => (energy > 0.5, valence > 0.5) switch { (true, true) => 0, (true, false) => 1, (false, true) => 2, _ => 3 },
            _ => null,
        };
        return value is { } known && (known >= filter.Low && known <= filter.High) == !filter.Excluded;
    });

    public sealed record Row(
        long Id, string Name, int Plays, short? Popularity, float? Energy, float? Valence, float? Danceability, float? Speechiness, float? Tempo, DateOnly? Released, bool Liked);

    /// <summary>The library of the plans, with ties, likes, and a word that few titles have.</summary>
    public sealed class Library(Infrastructure.TestCluster cluster) : IAsyncLifetime
    {
        private readonly SearchPlanTests.Library _library = new(cluster);
        private SearchQuery? _query;

        public async ValueTask InitializeAsync()
        {
            await _library.InitializeAsync();
            await _library.Database.ExecuteAsync(
                "update tracks set popularity = nullif(id % 5, 0), release_date = case when id % 9 > 0 then make_date(1950 + (id * 7 % 75)::int, 7, 1) end, release_date_precision = case when id % 9 > 0 then 'day' end");
            await _library.Database.ExecuteAsync("update tracks set name = name || ' quintilla' || case when id % 8 = 7 then ' septima' else '' end where id % 60 = 7");
            await _library.Database.ExecuteAsync("delete from liked_tracks");
            await _library.Database.ExecuteAsync("insert into liked_tracks (user_id, track_id, liked_at) select user_id, track_id, now() from user_tracks where track_id % 7 = 0");
            _query = new SearchQuery(_library.Database, new LibraryMemory(_library.Database, TimeProvider.System));
        }

        public Task<SearchResults> AskAsync(string typed, int limit, int offset) => _query!.AskAsync(_library.User, SearchParser.Parse(typed), limit, offset, Cancel);

        /// <summary>All tracks: the most played first, then the most popular, then by their ids.</summary>
        public async Task<List<Row>> RowsAsync()
        {
            await using var context = _library.Database.CreateDbContext();
            var rows = await (
                from own in context.UserTracks
                join track in context.Tracks on own.TrackId equals track.Id
                where own.UserId == _library.User
                select new Row(
                    track.Id, track.Name, own.Plays, track.Popularity, track.Energy, track.Valence, track.Danceability, track.Speechiness, track.Tempo, track.ReleaseDate,
                    context.LikedTracks.Any(liked => liked.UserId == own.UserId && liked.TrackId == track.Id))).ToListAsync(Cancel);
            return [.. rows.OrderByDescending(row => row.Plays).ThenByDescending(row => row.Popularity ?? -1).ThenBy(row => row.Id)];
        }

        public ValueTask DisposeAsync() => _library.DisposeAsync();
    }
}
