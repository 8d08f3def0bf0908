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
        // What needs the database alone is on its way while the plays are counted.
        var latest = plays.LatestAsync(userId, null, LatestPlays, cancellationToken);
        var streak = activity.CurrentStreakAsync(userId, today, cancellationToken);
        var countedFrom = CountedFromMsAsync(userId, cancellationToken);

        var heard = await memory.ReadAsync(userId, range.With(before ?? range), cancellationToken);
        var (now, then) = (heard.Within(range), before is { } other ? heard.Within(other) : null);
        now.CountAll();
        then?.CountAll();
        var numbers = summary.AskAsync(userId, now, then, cancellationToken);
        Task<TopList>[] tops =
        [
            .. new[] { TopKind.Tracks, TopKind.Artists, TopKind.Albums }
                .Select(kind => top.AskAsync(userId, new TopRequest(kind, range) { Before = before, Limit = Tops }, now, then, cancellationToken)),
        ];
        await Task.WhenAll([latest, streak, countedFrom, numbers, .. tops]);

        var unit = UnitOf(range);
        var year = new DayRange(range.Days <= 366 ? range.From : range.To.AddYears(-1), range.To);
        return new HomeData(
            await numbers, unit, ActivityQuery.Series(now, then, unit), await tops[0], await tops[1], await tops[2],
            ActivityQuery.Calendar(year.From, now.Within(year).ByDay(), await streak), ActivityQuery.Clock(now), await latest, await countedFrom);
    }

    private async Task<int> CountedFromMsAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.Where(user => user.Id == userId).Select(user => user.CountedFromMs).SingleAsync(cancellationToken);
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
