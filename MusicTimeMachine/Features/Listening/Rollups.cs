using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// The totals that pages read: <see cref="UserTrack"/>, <see cref="Chart"/> and <see cref="HourlyPlays"/>. They
/// are always computed from the plays themselves, for whole months of the person's calendar, in the transaction that
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
        await context.Database.ExecuteSqlAsync(
            $"""
             update user_tracks u set plays = c.plays, ms_played = c.ms_played, first_played_at = c.first_played_at, last_played_at = c.last_played_at
             from (
                 select l.track_id, count(p.id)::int as plays, coalesce(sum(least(coalesce(p.ms_played, 0), {LongestMs})), 0) as ms_played,
                     min(p.played_at) as first_played_at, max(p.played_at) as last_played_at
                 from user_tracks l
                 join users on users.id = l.user_id
                 left join plays p on p.user_id = l.user_id and p.track_id = l.track_id
                     and p.duplicate_of is null and (p.ms_played is null or p.ms_played >= users.counted_from_ms)
                 where l.user_id = {userId}
                 group by l.track_id) c
             where u.user_id = {userId} and u.track_id = c.track_id
               and (u.plays, u.ms_played, u.first_played_at, u.last_played_at)
                   is distinct from (c.plays, c.ms_played, c.first_played_at, c.last_played_at)
             """, cancellationToken);
        await RefreshMonthsAsync(context, userId, DateOnly.MinValue, DateOnly.MaxValue, cancellationToken);
        await RefreshLongChartsAsync(context, userId, cancellationToken);
    }

    /// <summary>Computes the totals of some tracks of a person anew. Within the caller's transaction.</summary>
    public static Task RefreshTracksAsync(MusicContext context, Guid userId, long[] trackIds, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             update user_tracks u set plays = c.plays, ms_played = c.ms_played, first_played_at = c.first_played_at, last_played_at = c.last_played_at
             from unnest({trackIds}) as changed (track_id)
             join users on users.id = {userId}
             cross join lateral (
                 select count(*)::int as plays, coalesce(sum(least(coalesce(p.ms_played, 0), {LongestMs})), 0) as ms_played,
                     min(p.played_at) as first_played_at, max(p.played_at) as last_played_at
                 from plays p
                 where p.user_id = users.id and p.track_id = changed.track_id
                   and p.duplicate_of is null and (p.ms_played is null or p.ms_played >= users.counted_from_ms)) c
             where u.user_id = {userId} and u.track_id = changed.track_id
             """, cancellationToken);

    /// <summary>
    /// Computes the totals of the months that hold any of the times anew. Within the caller's transaction. The charts of
    /// years and of everything that they touch are gone until <see cref="RefreshLongChartsAsync"/>.
    /// </summary>
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
        await RefreshMonthsAsync(context, userId, months.From, months.To, cancellationToken);
    }

    /// <summary>Sums the charts of years and of everything that are missing. Within the caller's transaction.</summary>
    public static async Task RefreshLongChartsAsync(MusicContext context, Guid userId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"""
             with pieces as (
                 select item, date_trunc('year', start)::date as start, unnest(item_ids) as id, unnest(plays) as plays, unnest(ms_played) as ms
                 from charts c
                 where user_id = {userId} and span = {(short)ChartSpan.Month} and not exists (
                     select 1 from charts year where year.user_id = c.user_id and year.item = c.item and year.span = {(short)ChartSpan.Year}
                         and year.start = date_trunc('year', c.start)::date)),
             sums as (select item, start, id, sum(plays)::int as plays, sum(ms::float8)::bigint as ms from pieces group by item, start, id)
             insert into charts (user_id, item, span, start, item_ids, plays, ms_played)
             select {userId}, item, {(short)ChartSpan.Year}, start,
                 array_agg(id order by plays desc, ms desc, id), array_agg(plays order by plays desc, ms desc, id), array_agg(ms order by plays desc, ms desc, id)
             from sums group by item, start
             """, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             with pieces as (
                 select item, unnest(item_ids) as id, unnest(plays) as plays, unnest(ms_played) as ms
                 from charts c
                 where user_id = {userId} and span = {(short)ChartSpan.Year} and not exists (
                     select 1 from charts whole where whole.user_id = c.user_id and whole.item = c.item and whole.span = {(short)ChartSpan.All})),
             sums as (select item, id, sum(plays)::int as plays, sum(ms::float8)::bigint as ms from pieces group by item, id)
             insert into charts (user_id, item, span, start, item_ids, plays, ms_played)
             select {userId}, item, {(short)ChartSpan.All}, '-infinity',
                 array_agg(id order by plays desc, ms desc, id), array_agg(plays order by plays desc, ms desc, id), array_agg(ms order by plays desc, ms desc, id)
             from sums group by item
             """, cancellationToken);
    }

    /// <summary>Computes the totals of whole months anew, <paramref name="from"/> inclusive to <paramref name="to"/> exclusive.</summary>
    private static async Task RefreshMonthsAsync(MusicContext context, Guid userId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"""
             delete from charts where user_id = {userId} and (
                 (span = {(short)ChartSpan.Month} and start >= {from} and start < {to})
                 or (span = {(short)ChartSpan.Year} and start >= date_trunc('year', {from}) and start < {to})
                 or span = {(short)ChartSpan.All})
             """, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"delete from hourly_plays where user_id = {userId} and day >= {from} and day < {to}", cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             with counted as materialized (
                 select date_trunc('hour', p.played_at at time zone u.time_zone) as hour, p.track_id, least(coalesce(p.ms_played, 0), {LongestMs})::bigint as ms
                 from users u
                 join plays p on p.user_id = u.id
                     and p.played_at >= {from}::timestamp at time zone u.time_zone and p.played_at < {to}::timestamp at time zone u.time_zone
                     and p.duplicate_of is null and (p.ms_played is null or p.ms_played >= u.counted_from_ms)
                 where u.id = {userId}),
             hours as (
                 insert into hourly_plays (user_id, day, hour, plays, ms_played)
                 select {userId}, hour::date, extract(hour from hour)::smallint, count(*), sum(ms)
                 from counted group by hour),
             months as materialized (
                 select date_trunc('month', hour)::date as month, track_id, count(*)::int as plays, sum(ms::float8) as ms
                 from counted group by 1, 2),
             credits as materialized (
                 select m.month, m.plays, m.ms, t.song_id, t.artist_id, t.album_id
                 from months m join tracks t on t.id = m.track_id),
             sums as (
                 select {(short)CountedItem.Song} as item, month, song_id as id, sum(plays)::int as plays, sum(ms)::bigint as ms from credits group by month, song_id
                 union all
                 select {(short)CountedItem.Artist}, month, artist_id, sum(plays)::int, sum(ms)::bigint from credits group by month, artist_id
                 union all
                 select {(short)CountedItem.Album}, month, album_id, sum(plays)::int, sum(ms)::bigint from credits where album_id is not null group by month, album_id)
             insert into charts (user_id, item, span, start, item_ids, plays, ms_played)
             select {userId}, item, {(short)ChartSpan.Month}, month,
                 array_agg(id order by plays desc, ms desc, id), array_agg(plays order by plays desc, ms desc, id), array_agg(ms order by plays desc, ms desc, id)
             from sums group by item, month
             """, cancellationToken);
        await ListeningMonths.RefreshAsync(context, userId, from, to, cancellationToken);
    }

    private sealed record MonthRange(DateOnly From, DateOnly To);
}
