using MusicTimeMachine.Features.Snapshots;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Tests.Features.Snapshots;

public sealed class SnapshotsQueryTests(SnapshotHistories histories) : IClassFixture<SnapshotHistories>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SnapshotsQuery Query => new(histories.Database);

    [Theory]
    [InlineData("Europe/Zurich", SnapshotKind.Tracks)]
    [InlineData("Europe/Zurich", SnapshotKind.Artists)]
    [InlineData("America/New_York", SnapshotKind.Tracks)]
    public async Task Snapshot_OfADay_IsWhatTheRowsSay(string zone, SnapshotKind kind)
    {
        var (told, random) = (histories.Of(zone), new Random(3));
        foreach (var range in Enum.GetValues<SpotifyRange>())
        {
            for (var n = 0; n < 6; n++)
            {
                // Any two days, also such as have none.
                var (asked, other) = (new DateOnly(2025, 9, 25).AddDays(random.Next(200)), new DateOnly(2025, 9, 25).AddDays(random.Next(200)));
                var date = told.Dates.LastOrDefault(date => date <= asked, told.Dates[0]);
                var against = told.Dates.LastOrDefault(day => other < date ? day <= other : day < date, told.Dates[0]);
                int? days = n % 2 == 0 ? null : 92;

                var data = (await Query.AskAsync(told.UserId, new SnapshotsRequest { Date = asked, Against = other, Range = range, Kind = kind, Days = days }, Cancel))!;

                var (now, then) = (told.List(date, range, kind), told.List(against, range, kind));
                Assert.Equal((date, against == date ? (DateOnly?)null : against, InventedSnapshots.TakenAt(date)), (data.Date, data.Against, data.TakenAt));
                Assert.Equal(now, data.Entries.Select(entry => (entry.Rank, entry.Item, entry.Id, entry.Name)));
                Assert.Equal(told.Dates, data.Calendar.Months.SelectMany(month => month.Dates));
                if (data.Comparison is { } changes) PlainComparison.AssertEqual(then, now, changes);
                AssertHistory(told, range, kind, [.. told.Dates.Where(day => day <= date && (days is null || day > date.AddDays(-92)))], now, data.History);
            }
        }
    }

    [Fact]
    public async Task Lines_ThatAreChosen_AreDrawnInTheirOrder()
    {
        var told = histories.Of("Europe/Zurich");
        var date = told.Dates[^1];
        var inList = told.List(date, SpotifyRange.ShortTerm, SnapshotKind.Tracks).Select(entry => entry.Item).ToHashSet();
        // One that is in the list, one that was in one, and one of no library.
        var once = told.Tracks.Select(row => told.History.Catalog.Track(row.TrackId).SongId).First(song => !inList.Contains(song));
        long[] wanted = [inList.Last(), once, 999_999];

        var data = (await Query.AskAsync(told.UserId, new SnapshotsRequest { Lines = wanted }, Cancel))!;

        Assert.Equal(wanted.Take(2), data.History.Lines.Select(line => line.Item));
        Assert.All(data.History.Lines, line => Assert.NotEmpty(line.Name));
    }

    [Fact]
    public async Task Days_AreListedTheLatestFirst_WithTheRangesOfWhichThereIsAList()
    {
        var told = histories.Of("America/New_York");
        var (days, total) = await Query.DatesAsync(told.UserId, 40, 3, Cancel);

        Assert.Equal(told.Dates.Count, total);
        Assert.Equal(
            told.Dates.Reverse().Skip(3).Take(40).Select(date => $"{date} {InventedSnapshots.TakenAt(date)} {string.Join(',', Ranges(date))}"),
            days.Select(day => $"{day.Date} {day.TakenAt} {string.Join(',', day.Ranges)}"));
        Assert.Contains(days, day => day.Ranges.Count < 3);

        IEnumerable<SpotifyRange> Ranges(DateOnly date) =>
            Enum.GetValues<SpotifyRange>().Where(range => told.Tracks.Any(row => row.Date == date && row.TimeRange == range) || told.Artists.Any(row => row.Date == date && row.TimeRange == range));
    }

    [Fact]
    public async Task Snapshots_OfAnother_AreNotThere()
    {
        var stranger = await histories.Database.AddUserAsync();

        Assert.Null(await Query.AskAsync(stranger.Id, new SnapshotsRequest(), Cancel));
        Assert.Null(await Query.ListAsync(stranger.Id, histories.Of("Europe/Zurich").Dates[0], SpotifyRange.ShortTerm, SnapshotKind.Tracks, Cancel));
        Assert.Empty((await Query.DatesAsync(stranger.Id, 10, 0, Cancel)).Items);
    }

    [Fact]
    public async Task Snapshots_GoWithThePerson()
    {
        var user = await histories.Database.AddUserAsync();
        await histories.Database.ExecuteAsync(
            $"""
             insert into user_tracks (user_id, track_id, plays, ms_played) select '{user.Id}', min(id), 0, 0 from tracks;
             insert into snapshot_days values ('{user.Id}', '2026-01-01', now());
             insert into snapshots (user_id, date, time_range, rank, track_id) select '{user.Id}', '2026-01-01', 'long_term', 50, min(id) from tracks;
             insert into artist_snapshots (user_id, date, time_range, rank, artist_id) select '{user.Id}', '2026-01-01', 'long_term', 1, min(id) from artists;
             """);

        await histories.Database.ExecuteAsync($"delete from users where id = '{user.Id}'");

        Assert.Equal(0, await histories.Database.ScalarAsync<long>(
            $"select (select count(*) from snapshot_days where user_id = '{user.Id}') + (select count(*) from snapshots where user_id = '{user.Id}') + (select count(*) from artist_snapshots where user_id = '{user.Id}')"));
    }

    [Theory]
    [InlineData("rank", "51")]
    [InlineData("rank", "0")]
    [InlineData("time_range", "'forever'")]
    [InlineData("date", "'2020-01-01'")] // a day of which there is no snapshot
    public async Task Rows_OfNoSense_AreRefused(string column, string value)
    {
        var told = histories.Of("Europe/Zurich");

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => histories.Database.ExecuteAsync(
            $"update snapshots set {column} = {value} where user_id = '{told.UserId}' and date = '{told.Dates[0]:yyyy-MM-dd}' and time_range = 'short_term' and rank = 1"));
    }

    private static void AssertHistory(
        InventedSnapshots told, SpotifyRange range, SnapshotKind kind, List<DateOnly> dates, List<(int Rank, long Item, long Id, string Name)> now, RankHistory history)
    {
        Assert.Subset(dates.ToHashSet(), history.Dates.ToHashSet());
        Assert.Equal(history.Dates.Order().Distinct(), history.Dates);
        Assert.InRange(history.Dates.Count, 1, RankHistory.MostDates);
        Assert.Equal(now.Select(entry => entry.Item).Distinct().Take(10), history.Lines.Select(line => line.Item));
        foreach (var line in history.Lines)
            Assert.Equal(history.Dates.Select(date => told.List(date, range, kind).Where(entry => entry.Item == line.Item).Select(entry => (int?)entry.Rank).Min()), line.Ranks);
    }
}
