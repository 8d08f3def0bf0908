using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.TimeTravel;
using MusicTimeMachine.Tests.Features.Home;
using MusicTimeMachine.Tests.Features.Listening;

namespace MusicTimeMachine.Tests.Features.TimeTravel;

public sealed class OnThisDayQueryTests(Histories histories) : IClassFixture<Histories>
{
    private OnThisDayQuery Query => new(histories.Memory, new PlaysQuery(histories.Database), histories.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Europe/Zurich")]
    [InlineData("America/New_York")]
    public async Task OnThisDay_EachDayOfTheCalendar_IsWhatTheRowsSay(string zone)
    {
        var history = histories.Of(zone);
        var top = new TopQuery(histories.Memory, histories.Database);
        foreach (var (month, day) in ((int, int)[])[(1, 1), (12, 31), (10, 26), (3, 29), (3, 8), (11, 2), (2, 28), (7, 1), (11, 15)])
        {
            var years = await Query.AskAsync(history.User.Id, month, day, Cancel);

            var expected = history.Counted.GroupBy(history.Day).Where(date => date.Key.Month == month && date.Key.Day == day).OrderByDescending(date => date.Key).ToList();
            Assert.Equal(
                expected.Select(date => (date.Key, date.Count(), date.Sum(InventedHistory.Ms), date.Select(play => history.TrackOf(play).SongId).Distinct().Count())),
                years.Select(year => (year.Day, year.Plays, year.MsPlayed, year.Songs)));
            foreach (var year in years)
            {
                var list = await top.AskAsync(history.User.Id, new TopRequest(TopKind.Tracks, new(year.Day, year.Day.AddDays(1))) { Limit = OnThisDayQuery.Songs }, Cancel);
                Assert.Equal(list.Items, year.Top);
            }
        }
    }

    [Fact]
    public async Task OnThisDay_TwentyNinthOfFebruary_IsInLeapYearsOnly()
    {
        var catalog = histories.Of("Europe/Zurich").Catalog;
        var user = await histories.Database.AddUserAsync("America/New_York");
        await using (var context = histories.Database.CreateDbContext())
        await using (var transaction = await context.Database.BeginTransactionAsync(Cancel))
        {
            context.UserTracks.Add(new UserTrack { UserId = user.Id, TrackId = catalog.Tracks[0].Id });
            await context.SaveChangesAsync(Cancel);
            // 29 February in New York is over at five in the morning of 1 March in UTC.
            foreach (var moment in (string[])["2020-03-01T04:59:00Z", "2021-03-01T04:59:00Z", "2023-02-28T12:00:00Z", "2024-02-29T05:00:00Z", "2024-02-29T12:00:00Z", "2024-03-01T05:00:00Z"])
                context.Plays.Add(new Play { UserId = user.Id, TrackId = catalog.Tracks[0].Id, PlayedAt = DateTimeOffset.Parse(moment, null), MsPlayed = 60_000, Source = PlaySource.SpotifyExtended });
            await context.SaveChangesAsync(Cancel);
            await Rollups.RebuildAsync(context, user.Id, Cancel);
            await transaction.CommitAsync(Cancel);
        }

        var leap = await Query.AskAsync(user.Id, 2, 29, Cancel);
        var eve = await Query.AskAsync(user.Id, 2, 28, Cancel);

        Assert.Equal([(new(2024, 2, 29), 2), (new(2020, 2, 29), 1)], leap.Select(year => (year.Day, year.Plays)));
        Assert.Equal([(new(2023, 2, 28), 1), (new DateOnly(2021, 2, 28), 1)], eve.Select(year => (year.Day, year.Plays)));
    }

    [Fact]
    public async Task OnThisDay_OfAnEmptyHistory_HasNoYears() =>
        Assert.Empty(await Query.AskAsync((await histories.Database.AddUserAsync()).Id, 1, 1, Cancel));
}
