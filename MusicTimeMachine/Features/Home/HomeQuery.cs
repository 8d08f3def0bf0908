using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Home;

/// <summary>Everything on the first page, from one reading of the plays.</summary>
public sealed class HomeQuery(
    IDbContextFactory<MusicContext> contexts, ListeningMemory memory, SummaryQuery summary, TopQuery top, ActivityQuery activity, PlaysQuery plays)
{
    /// <summary>How many lines each list of tops has.</summary>
    public const int Tops = 8;

    /// <summary>How many of the latest plays there are.</summary>
    public const int LatestPlays = 6;

    /// <summary>The page's data.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="range">The period.</param>
    /// <param name="before">What it is compared with; null for nothing.</param>
    /// <param name="today">The present day of the person's calendar.</param>
    /// <param name="cancellationToken">Stops the queries.</param>
    public async Task<HomeData> AskAsync(Guid userId, DayRange range, DayRange? before, DateOnly today, CancellationToken cancellationToken)
    {
        // What needs the database alone is on its way while the plays are counted. Three connections at most: a page is not
        // quicker with more, and the server has to serve others.
        var aside = AsideAsync(userId, today, cancellationToken);
        var heard = await memory.ReadAsync(userId, range.With(before ?? range), cancellationToken);
        var (now, then) = (heard.Within(range), before is { } other ? heard.Within(other) : null);
        now.CountAll();
        then?.CountAll();
        var numbers = summary.AskAsync(userId, now, then, cancellationToken);
        var tops = TopsAsync(userId, range, before, now, then, cancellationToken);
        await Task.WhenAll(aside, numbers, tops);

        var unit = UnitOf(range);
        var year = new DayRange(range.Days <= 366 ? range.From : range.To.AddYears(-1), range.To);
        var (latest, streak, countedFromMs) = await aside;
        var lists = await tops;
        return new HomeData(
            await numbers, unit, ActivityQuery.Series(now, then, unit), lists[0], lists[1], lists[2],
            ActivityQuery.Calendar(year.From, now.Within(year).ByDay(), streak), ActivityQuery.Clock(now), latest, countedFromMs);
    }

    private async Task<(IReadOnlyList<PlayRow> Latest, int Streak, int CountedFromMs)> AsideAsync(Guid userId, DateOnly today, CancellationToken cancellationToken)
    {
        var latest = await plays.LatestAsync(userId, null, LatestPlays, cancellationToken);
        var streak = await activity.CurrentStreakAsync(userId, today, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (latest, streak, await context.Users.Where(user => user.Id == userId).Select(user => user.CountedFromMs).SingleAsync(cancellationToken));
    }

    private async Task<List<TopList>> TopsAsync(Guid userId, DayRange range, DayRange? before, Heard now, Heard? then, CancellationToken cancellationToken)
    {
        List<TopList> tops = [];
        foreach (var kind in (TopKind[])[TopKind.Tracks, TopKind.Artists, TopKind.Albums])
            tops.Add(await top.AskAsync(userId, new TopRequest(kind, range) { Before = before, Limit = Tops }, now, then, cancellationToken));
        return tops;
    }

    /// <summary>Steps of which a phone can show all.</summary>
    private static ActivityUnit UnitOf(DayRange range) => range.Days switch
    {
        <= 62 => ActivityUnit.Day,
        <= 800 => ActivityUnit.Week,
        <= 24 * 366 => ActivityUnit.Month,
        _ => ActivityUnit.Year,
    };
}
