using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;
using Npgsql;

namespace MusicTimeMachine.Tests.Features.Home;

public sealed class HomeQueryTests(Histories histories) : IClassFixture<Histories>
{
    private static readonly DayRange Range = Histories.Range("2025-10-01", "2026-03-01");
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_APeriod_AnswersAsTheSingleQueriesDo()
    {
        var (user, memory, database) = (histories.Of("Europe/Zurich").User.Id, histories.Memory, histories.Database);
        var (summary, top, activity, plays) = (new SummaryQuery(memory, database), new TopQuery(memory, database), new ActivityQuery(memory), new PlaysQuery(database));
        Task<TopList> TopAsync(TopKind kind) => top.AskAsync(user, new TopRequest(kind, Range) { Before = Range.Before, Limit = HomeQuery.Tops }, Stop);

        var data = await new HomeQuery(database, memory, summary, top, activity, plays).AskAsync(user, Range, Range.Before, Today, Stop);

        Assert.Equal(await summary.AskAsync(user, Range, Range.Before, Stop), data.Summary);
        Assert.Equal((await TopAsync(TopKind.Tracks)).Items, data.Tracks.Items);
        Assert.Equal((await TopAsync(TopKind.Artists)).Items, data.Artists.Items);
        Assert.Equal((await TopAsync(TopKind.Albums)).Items, data.Albums.Items);
        Assert.Equal((ActivityUnit.Week, 30_000), (data.Unit, data.CountedFromMs));
        Assert.Equal(await activity.SeriesAsync(user, Range, Range.Before, ActivityUnit.Week, Stop), data.Series);
        Assert.Equal(await activity.ClockAsync(user, Range, Stop), data.Clock);
        Assert.Equal(await plays.LatestAsync(user, null, HomeQuery.LatestPlays, Stop), data.Latest);
        var calendar = await activity.CalendarAsync(user, Range, Today, Stop);
        Assert.Equal((calendar.From, calendar.Longest, calendar.Current), (data.Calendar.From, data.Calendar.Longest, data.Calendar.Current));
        Assert.Equal(calendar.Plays, data.Calendar.Plays);
    }

    [Fact]
    public async Task Ask_OneLoad_HasThreeConnectionsAtMost()
    {
        var settings = new NpgsqlConnectionStringBuilder(histories.Database.ConnectionString) { ApplicationName = "one home" };
        await using var source = NpgsqlDataSource.Create(settings.ConnectionString);
        var database = new Own(new DbContextOptionsBuilder<MusicContext>().UseNpgsql(source).Options);
        var memory = new ListeningMemory(database, TimeProvider.System);
        var query = new HomeQuery(database, memory, new(memory, database), new(memory, database), new(memory), new(database));

        for (var load = 0; load < 20; load++) await query.AskAsync(histories.Of("Europe/Zurich").User.Id, Range, Range.Before, Today, Stop);

        // The pool keeps what it has opened: as many as there ever were at once.
        var opened = await histories.Database.ScalarAsync<long>("select count(*) from pg_stat_activity where application_name = 'one home'");
        Assert.InRange(opened, 1, 3);
    }

    private sealed class Own(DbContextOptions<MusicContext> options) : IDbContextFactory<MusicContext>
    {
        public MusicContext CreateDbContext() => new(options);
    }
}
