using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Evolution;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Tests.Features.Home;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Features.TimeTravel;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Evolution;

public sealed class EvolutionQueryTests(TravelHistories travel, TestCluster cluster) : IClassFixture<TravelHistories>
{
    private readonly Histories _histories = travel.Histories;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Histories.Ranges), MemberType = typeof(Histories))]
    public async Task Evolution_OfARange_IsWhatTheRowsSay(string zone, string from, string to)
    {
        var (history, range) = (_histories.Of(zone), Histories.Range(from, to));

        var data = await new EvolutionQuery(_histories.Memory).AskAsync(history.User.Id, range, Cancel);

        var months = range.Days == 0 ? [] : Enumerable.Range(0, 1200).Select(i => new DateOnly(range.From.Year, range.From.Month, 1).AddMonths(i)).TakeWhile(month => month < range.To).ToList();
        Assert.Equal(months, data.Months.Select(month => month.Month));
        foreach (var month in data.Months)
        {
            Assert.Equal(Rounded(Plain(history, month.Month)), Rounded(month));
            InventedSounds.AssertSame(InventedSounds.Plain(history, history.CountedIn(new(month.Month, month.Month.AddMonths(1)))), month.Sound);
        }
    }

    [Theory]
    [InlineData("Europe/Zurich")]
    [InlineData("America/New_York")]
    public async Task Genres_OverTheMonths_AddUpToThePlaysWithAKnownGenre(string zone)
    {
        var history = _histories.Of(zone);
        var range = Histories.Range("2025-08-15", "2026-05-02");

        var data = await new EvolutionQuery(_histories.Memory).AskAsync(history.User.Id, range, Cancel);

        for (var i = 0; i < data.Months.Count; i++)
        {
            var plays = history.CountedIn(new(data.Months[i].Month, data.Months[i].Month.AddMonths(1))).Select(play => history.Catalog.ArtistOf(history.TrackOf(play)).Genres).ToList();
            foreach (var genre in data.Genres)
                Assert.Equal(plays.Where(genres => genres.Contains(genre.Name)).Sum(genres => 1.0 / genres.Length), genre.Plays[i], 9);
            Assert.Equal(plays.Count(genres => genres.Length > 0), data.Genres.Sum(genre => genre.Plays[i]) + data.OtherGenres[i], 9);
        }

        Assert.Equal(["dream pop", "techno", "folk", "ambient"], data.Genres.Select(genre => genre.Name));
        Assert.Equal(data.Genres.OrderByDescending(genre => genre.Plays.Sum()).Select(genre => genre.Name), data.Genres.Select(genre => genre.Name));
    }

    [Fact]
    public async Task Evolution_AfterFeaturesGenresAndPlaysChanged_TellsTheNewOnes()
    {
        await using var database = new TestDatabase(cluster);
        await database.InitializeAsync();
        await using var context = database.CreateDbContext();
        var history = await InventedHistory.CreateAsync(database, await InventedCatalog.CreateAsync(context), "Europe/Zurich", seed: 5, count: 300);
        var query = new EvolutionQuery(new ListeningMemory(database, TimeProvider.System));
        var range = Histories.Range("2025-09-01", "2026-05-01");
        var before = await query.AskAsync(history.User.Id, range, Cancel);
        Assert.Same(before.Months[2], (await query.AskAsync(history.User.Id, range, Cancel)).Months[2]);

        await database.ExecuteAsync("""update tracks set audio_features = '{"energy":0.25,"valence":0.75,"danceability":1}'""");
        await database.ExecuteAsync("update artists set genres = array['shoegaze']");
        var changed = await query.AskAsync(history.User.Id, range, Cancel);
        Assert.All(changed.Months.Where(month => month.Plays > 0), month => Assert.Equal((month.Plays, 0.25), (month.Sound.CalmPeaceful, month.Sound.Energy)));
        Assert.Equal(changed.Months.Select(month => (double)month.Plays), Assert.Single(changed.Genres).Plays);

        var gone = history.Counted[0];
        await database.ExecuteAsync($"delete from plays where id = {gone.Id}");
        await using (var transaction = await context.Database.BeginTransactionAsync(Cancel))
        {
            await Rollups.RefreshAsync(context, history.User.Id, gone.PlayedAt, gone.PlayedAt, Cancel);
            await transaction.CommitAsync(Cancel);
        }

        var after = await query.AskAsync(history.User.Id, range, Cancel);
        Assert.Equal(before.Months.Sum(month => month.Plays) - 1, after.Months.Sum(month => month.Plays));
    }

    [Fact]
    public async Task Evolution_OfMoreMonthsThanOneAnswerHolds_KeepsTheLatest()
    {
        var history = _histories.Of("Europe/Zurich");

        var data = await new EvolutionQuery(_histories.Memory).AskAsync(history.User.Id, new DayRange(DateOnly.MinValue, DateOnly.MaxValue), Cancel);

        Assert.Equal((EvolutionQuery.MostMonths, new DateOnly(9999, 12, 1)), (data.Months.Count, data.Months[^1].Month));
    }

    [Fact]
    public async Task Evolution_OfAnEmptyHistory_IsSilence()
    {
        var nobody = (await _histories.Database.AddUserAsync()).Id;

        var data = await new EvolutionQuery(_histories.Memory).AskAsync(nobody, Histories.Range("2025-01-31", "2025-02-02"), Cancel);

        Assert.Equal([new(new(2025, 1, 1), 0, 0, 0, 0, null, null), new EvolutionMonth(new(2025, 2, 1), 0, 0, 0, 0, null, null)], data.Months);
        Assert.Empty(data.Genres);
        Assert.Equal([0, 0], data.OtherGenres);
    }

    private static EvolutionMonth Plain(InventedHistory history, DateOnly month)
    {
        var plays = history.CountedIn(new(month, month.AddMonths(1))).ToList();
        var earlier = history.Counted.Where(play => history.Day(play) < month).Select(history.TrackOf).ToList();
        var (songs, artists) = (earlier.Select(track => track.SongId).ToHashSet(), earlier.Select(track => track.ArtistId).ToHashSet());
        var shares = plays.GroupBy(play => history.TrackOf(play).ArtistId).Select(artist => artist.Count() / (double)plays.Count).ToList();
        return new EvolutionMonth(
            month,
            plays.Count,
            plays.Select(play => history.TrackOf(play).SongId).Distinct().Count(),
            shares.Count,
            plays.Select(play => history.TrackOf(play).ArtistId).Distinct().Count(artist => !artists.Contains(artist)),
            plays.Count == 0 ? null : plays.Count(play => !songs.Contains(history.TrackOf(play).SongId)) / (double)plays.Count,
            plays.Count == 0 ? null : -shares.Sum(share => share * Math.Log(share)));
    }

    private static EvolutionMonth Rounded(EvolutionMonth month) => month with
    {
        DiscoveryShare = month.DiscoveryShare is { } share ? Math.Round(share, 12) : null,
        Diversity = month.Diversity is { } diversity ? Math.Round(Math.Abs(diversity), 9) : null,
        Sound = new Fingerprint(0, 0),
    };
}
