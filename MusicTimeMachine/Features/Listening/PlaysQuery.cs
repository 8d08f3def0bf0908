using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// A person's history: every play but repeated reports of the same, newest first. Plays that are too short to count are in
/// it, and marked.
/// </summary>
public sealed class PlaysQuery(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The most plays of one answer.</summary>
    public const int MostPlays = 200;

    /// <summary>A page of the list.</summary>
    /// <param name="userId">Whose history.</param>
    /// <param name="before">The last play of the page before; null for the newest.</param>
    /// <param name="limit">How many, up to <see cref="MostPlays"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<PlayRow>> LatestAsync(Guid userId, PlayCursor? before, int limit, CancellationToken cancellationToken)
    {
        var (playedAt, id) = before is { } cursor ? (cursor.PlayedAt.ToUniversalTime(), cursor.Id) : (DateTimeOffset.MaxValue, long.MaxValue);
        return await RowsAsync(
            $"""
             select p.* from plays p
             where p.user_id = {userId} and p.duplicate_of is null and p.removed_by is null and p.played_at <= {playedAt} and (p.played_at, p.id) < ({playedAt}, {id})
             order by p.played_at desc, p.id desc limit {Math.Clamp(limit, 0, MostPlays)}
             """, cancellationToken);
    }

    /// <summary>The plays of one day and, after them, of the days before.</summary>
    /// <param name="userId">Whose history.</param>
    /// <param name="day">The day, in the person's own calendar.</param>
    /// <param name="skip">How many of the day's plays to leave out, newest first.</param>
    /// <param name="limit">How many, up to <see cref="MostPlays"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<PlayRow>> ThroughAsync(Guid userId, DateOnly day, int skip, int limit, CancellationToken cancellationToken) =>
        await RowsAsync(
            $"""
             select p.* from plays p
             where p.user_id = {userId} and p.duplicate_of is null and p.removed_by is null
               and p.played_at < {day.AddDays(1)}::timestamp at time zone (select time_zone from users where id = {userId})
             order by p.played_at desc, p.id desc offset {Math.Max(0, skip)} limit {Math.Clamp(limit, 0, MostPlays)}
             """, cancellationToken);

    /// <summary>Which days have how many plays, and where some are missing.</summary>
    public async Task<HistoryCalendar> CalendarAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var months = await context.ListeningMonths.Where(month => month.UserId == userId).OrderByDescending(month => month.Month)
            .Select(month => new { month.Month, month.ShownDays, month.ShownPlays }).ToListAsync(cancellationToken);
        return new HistoryCalendar(
            months.SelectMany(month => month.ShownDays.Zip(month.ShownPlays, (day, plays) => (month.Month.AddDays(day - 1), plays)).Reverse()),
            await HistoryGapsQuery.FindAsync(context, userId, cancellationToken));
    }

    /// <summary>From when to when there are plays.</summary>
    /// <returns>Null for an empty history.</returns>
    public async Task<ListeningSpan?> SpanAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Database.SqlQuery<ListeningSpan>(
            $"""
             select f.month + f.shown_days[1] - 1 as "First", l.month + l.shown_days[cardinality(l.shown_days)] - 1 as "Last"
             from (select month, shown_days from listening_months where user_id = {userId} order by month limit 1) f,
                 (select month, shown_days from listening_months where user_id = {userId} order by month desc limit 1) l
             """).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<PlayRow>> RowsAsync(FormattableString plays, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await PlayRows.ReadAsync(context, plays, cancellationToken);
    }
}
