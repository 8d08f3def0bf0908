using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening;

/// <summary>Puts a person's plays into the columns of <see cref="ListeningMonth"/>.</summary>
internal static class ListeningMonths
{
    /// <summary>Computes whole months anew, <paramref name="from"/> inclusive to <paramref name="to"/> exclusive. Within the caller's transaction.</summary>
    /// <remarks><c>least</c> passes over nulls: a length that is not told must become 0 first.</remarks>
    public static async Task RefreshAsync(MusicContext context, Guid userId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"delete from listening_months where user_id = {userId} and month >= {from} and month < {to}", cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $$"""
             with shown as materialized (
                 select date_trunc('month', local)::date as month, extract(day from local)::smallint as day,
                     ((extract(day from local) - 1) * 24 + extract(hour from local))::smallint as hour, track_id, ms, counts
                 from (
                     select p.played_at at time zone u.time_zone as local, p.track_id, least(coalesce(p.ms_played, 0), {{Rollups.LongestMs}}) as ms,
                         not p.hidden and (p.ms_played is null or p.ms_played >= u.counted_from_ms) as counts
                     from users u
                     join plays p on p.user_id = u.id
                         and p.played_at >= {{from}}::timestamp at time zone u.time_zone and p.played_at < {{to}}::timestamp at time zone u.time_zone
                         and p.duplicate_of is null and p.removed_by is null
                     where u.id = {{userId}}) plays),
             days as (
                 select month, array_agg(day order by day) as days, array_agg(plays order by day) as plays
                 from (select month, day, count(*)::int as plays from shown group by month, day) d
                 group by month),
             counted as (
                 select month, count(*)::int as plays, sum(ms)::bigint as ms_played,
                     array_agg(track_id) as track_ids, array_agg(hour) as hours, array_agg(ms) as ms
                 from shown where counts group by month)
             insert into listening_months (user_id, month, plays, ms_played, shown_days, shown_plays, track_ids, hours, ms)
             select {{userId}}, d.month, coalesce(c.plays, 0), coalesce(c.ms_played, 0), d.days, d.plays,
                 coalesce(c.track_ids, '{}'), coalesce(c.hours, '{}'), coalesce(c.ms, '{}')
             from days d left join counted c using (month)
             """, cancellationToken);
    }
}
