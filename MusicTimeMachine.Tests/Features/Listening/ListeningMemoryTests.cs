using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Listening;

public sealed class ListeningMemoryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DayRange Everything = new(new(2000, 1, 1), new(2100, 1, 1));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Memory_AfterPlaysChanged_AnswersFromWhatIsThereNow()
    {
        var history = await CreateAsync();
        var memory = new ListeningMemory(database, TimeProvider.System);
        var before = await SummaryAsync(memory, history);
        Assert.Equal(history.Counted.Count, before.Plays);

        var gone = history.Counted[0];
        await ChangeAsync($"delete from plays where id = {gone.Id}", history, gone.PlayedAt);
        var after = await SummaryAsync(memory, history);

        Assert.Equal((before.Plays - 1, before.MsPlayed - InventedHistory.Ms(gone)), (after.Plays, after.MsPlayed));
        Assert.Equal(after, await SummaryAsync(new ListeningMemory(database, TimeProvider.System), history));
    }

    [Fact]
    public async Task Memory_AfterATrackCameToAnotherSong_CountsItThere()
    {
        var history = await CreateAsync();
        var memory = new ListeningMemory(database, TimeProvider.System);
        var songs = (await SummaryAsync(memory, history)).Tracks;
        var play = history.Counted.First(play => history.Counted.Count(other => history.TrackOf(other).SongId == history.TrackOf(play).SongId) > 1);
        var (song, other) = (history.TrackOf(play).SongId, history.Counted.Select(history.TrackOf).First(track => track.SongId != history.TrackOf(play).SongId).SongId);

        await database.ExecuteAsync($"update tracks set song_id = {other} where song_id = {song}");
        await ChangeAsync("select 1", history, play.PlayedAt);

        // All tracks of the song were heard in the month that was computed anew, or keep their song until theirs is.
        var month = new DayRange(new(history.Day(play).Year, history.Day(play).Month, 1), new DateOnly(history.Day(play).Year, history.Day(play).Month, 1).AddMonths(1));
        var moved = history.CountedIn(month).Select(history.TrackOf).Where(track => track.SongId == song).Select(track => track.Id).ToHashSet();
        var expected = history.Counted.Select(history.TrackOf).Select(track => moved.Contains(track.Id) ? other : track.SongId).Distinct().Count();
        Assert.Equal(expected, (await SummaryAsync(memory, history)).Tracks);
        Assert.True(expected <= songs);
    }

    [Fact]
    public async Task Memory_AskedByMany_GivesAllTheSame()
    {
        var history = await CreateAsync();
        var memory = new ListeningMemory(database, TimeProvider.System);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SummaryAsync(memory, history)));

        Assert.Equal(history.Counted.Count, answers[0].Plays);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Memory_AfterFeaturesAndGenresChanged_KnowsTheNewOnes()
    {
        var history = await CreateAsync();
        var memory = new ListeningMemory(database, TimeProvider.System);
        var heard = await memory.ReadAsync(history.User.Id, Everything, Cancel);
        var features = await memory.ReadFeaturesAsync(heard, Cancel);
        Assert.Same(features, await memory.ReadFeaturesAsync(heard, Cancel));
        var top = new TopQuery(memory, database);
        var request = new TopRequest(TopKind.Genres, Everything);
        var genres = await top.AskAsync(history.User.Id, request, Cancel);
        Assert.DoesNotContain(genres.Items, genre => genre.Name == "shoegaze");

        await database.ExecuteAsync("""update tracks set audio_features = '{"energy":0.25,"valence":0.5,"danceability":1,"tempo":120.5}' where id % 2 = 0""");
        await database.ExecuteAsync("update artists set genres = array['shoegaze']");

        features = await memory.ReadFeaturesAsync(heard, Cancel);
        var known = history.Counted.Select(play => play.TrackId).Distinct().Count(id => id % 2 == 0);
        Assert.Equal(known, Enumerable.Range(0, features.Tracks).Count(features.Has));
        Assert.Equal((0.25f * known, 120.5f * known), (features.Energy.Where(energy => !float.IsNaN(energy)).Sum(), features.Tempo.Where(tempo => !float.IsNaN(tempo)).Sum()));
        Assert.All(features.Acousticness, acousticness => Assert.True(float.IsNaN(acousticness)));
        var genre = Assert.Single((await top.AskAsync(history.User.Id, request, Cancel)).Items);
        Assert.Equal(("shoegaze", history.Counted.Count), (genre.Name, genre.Plays));
    }

    [Fact]
    public async Task Rollups_OfTracks_CountNoTimeThatWasNotTold()
    {
        var history = await CreateAsync();
        await using var context = database.CreateDbContext();

        var tracks = await context.UserTracks.Where(track => track.UserId == history.User.Id && track.Plays > 0)
            .OrderBy(track => track.TrackId).Select(track => new { track.TrackId, track.Plays, track.MsPlayed }).ToListAsync(Cancel);

        Assert.Equal(
            history.Counted.GroupBy(play => play.TrackId).OrderBy(track => track.Key).Select(track => (track.Key, track.Count(), track.Sum(InventedHistory.Ms))),
            tracks.Select(track => (track.TrackId, track.Plays, track.MsPlayed)));
    }

    private async Task<InventedHistory> CreateAsync()
    {
        await using var context = database.CreateDbContext();
        await database.ExecuteAsync("truncate artists cascade");
        return await InventedHistory.CreateAsync(database, await InventedCatalog.CreateAsync(context), "Europe/Zurich", seed: 3, count: 400);
    }

    private Task<Summary> SummaryAsync(ListeningMemory memory, InventedHistory history) =>
        new SummaryQuery(memory, database).AskAsync(history.User.Id, Everything, null, Cancel);

    private async Task ChangeAsync(string sql, InventedHistory history, DateTimeOffset at)
    {
        await using var context = database.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancel);
        await context.Database.ExecuteSqlRawAsync(sql, Cancel);
        await Rollups.RefreshAsync(context, history.User.Id, at, at, Cancel);
        await transaction.CommitAsync(Cancel);
    }
}
