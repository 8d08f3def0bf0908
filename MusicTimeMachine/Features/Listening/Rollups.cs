using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening.Hiding;

namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// What pages read instead of the plays: <see cref="UserTrack"/> and <see cref="ListeningMonth"/>. They are always computed from the plays themselves, for whole months of the person's calendar, in the transaction that
/// changed the plays; so a change of mind about what counts is a rebuild.
/// </summary>
public static class Rollups
{
    /// <summary>
    /// The longest time that one play adds to the time listened, in milliseconds: four hours. Exports hold plays of
    /// nine and more hours that nobody listened to. The play keeps what was reported.
    /// </summary>
    public const int LongestMs = 4 * 60 * 60 * 1000;

    /// <summary>Computes all totals of a person anew. Within the caller's transaction.</summary>
    public static async Task RebuildAsync(MusicContext context, Guid userId, CancellationToken cancellationToken)
    {
        await LibraryLock.LockAsync(context, userId, cancellationToken);
        // Hours of the day are others in another time zone.
        if (await HiddenPlays.AnyAsync(context, userId, cancellationToken))
            await HiddenPlays.MarkAsync(context, userId, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             update user_tracks u set plays = c.plays, ms_played = c.ms_played, first_played_at = c.first_played_at, last_played_at = c.last_played_at
             from (
                 select l.track_id, count(p.id)::int as plays, coalesce(sum(least(coalesce(p.ms_played, 0), {LongestMs})), 0) as ms_played,
                     min(p.played_at) as first_played_at, max(p.played_at) as last_played_at
                 from user_tracks l
                 join users on users.id = l.user_id
                 left join plays p on p.user_id = l.user_id and p.track_id = l.track_id
                     and p.duplicate_of is null and p.removed_by is null and not p.hidden and (p.ms_played is null or p.ms_played >= users.counted_from_ms)
                 where l.user_id = {userId}
                 group by l.track_id) c
             where u.user_id = {userId} and u.track_id = c.track_id
               and (u.plays, u.ms_played, u.first_played_at, u.last_played_at)
                   is distinct from (c.plays, c.ms_played, c.first_played_at, c.last_played_at)
             """, cancellationToken);
        await ListeningMonths.RefreshAsync(context, userId, DateOnly.MinValue, DateOnly.MaxValue, cancellationToken);
    }

    /// <summary>Computes the totals of some tracks of a person anew. Within the caller's transaction.</summary>
    public static Task RefreshTracksAsync(MusicContext context, Guid userId, long[] trackIds, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             with changed as materialized (select unnest({trackIds}) as track_id)
             update user_tracks u set plays = c.plays, ms_played = c.ms_played, first_played_at = c.first_played_at, last_played_at = c.last_played_at
             from (
                 select changed.track_id, count(p.id)::int as plays, coalesce(sum(least(coalesce(p.ms_played, 0), {LongestMs})) filter (where p.id is not null), 0) as ms_played,
                     min(p.played_at) as first_played_at, max(p.played_at) as last_played_at
                 from changed
                 join users on users.id = {userId}
                 left join plays p on p.user_id = {userId} and p.track_id = changed.track_id
                     and p.duplicate_of is null and p.removed_by is null and not p.hidden and (p.ms_played is null or p.ms_played >= users.counted_from_ms)
                 group by changed.track_id) c
             where u.user_id = {userId} and u.track_id = c.track_id
             """, cancellationToken);

    /// <summary>Computes the months that hold any of the times anew. Within the caller's transaction.</summary>
    /// <param name="context">The caller's context.</param>
    /// <param name="userId">Whose totals.</param>
    /// <param name="from">The first time.</param>
    /// <param name="to">The last time, included.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    public static async Task RefreshAsync(MusicContext context, Guid userId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var months = await context.Database.SqlQuery<MonthRange>(
            $"""
             select date_trunc('month', {from} at time zone time_zone)::date as "From",
                 (date_trunc('month', {to} at time zone time_zone) + interval '1 month')::date as "To"
             from users where id = {userId}
             """).SingleAsync(cancellationToken);
        await ListeningMonths.RefreshAsync(context, userId, months.From, months.To, cancellationToken);
    }

    private sealed record MonthRange(DateOnly From, DateOnly To);
}
