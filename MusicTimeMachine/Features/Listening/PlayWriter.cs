using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening.Hiding;

namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// Writes a batch of reports of plays into a person's history. The caller fills temporary tables on the context's open
/// connection, <c>staged_tracks</c>, <c>staged_platforms</c> and <c>staged_plays</c>; from there it goes set by set: tracks
/// are found or added, rows that are stored already are left out, repeated reports are linked, totals follow. A batch done
/// twice does nothing the second time.
/// </summary>
public static class PlayWriter
{
    /// <summary>Creates the staging tables on the context's open connection.</summary>
    public static async Task CreateStagingAsync(MusicContext context, CancellationToken cancellationToken)
    {
        // For this connection only, until it goes back to its pool: sorts that stay in memory, and no waiting for the disk
        // after each batch. What is lost when the machine fails is imported again, since the end of the import, which waits,
        // is lost with it.
        await context.Database.ExecuteSqlAsync($"set work_mem = '64MB'; set synchronous_commit = off;", cancellationToken);
        await TemporaryTables.MakeRoomAsync(context, cancellationToken);
        await CatalogMatcher.CreateStagingAsync(context, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             create temp table staged_plays (
                 track_key int not null, played_at timestamptz not null, reported_at timestamptz, ms_played int, platform int,
                 source smallint not null, precision smallint not null, reason_start smallint, reason_end smallint,
                 skipped bool, shuffle bool, offline bool, incognito bool, context_uri text);
             create temp table staged_platforms (number int not null, platform_id int not null);
             """, cancellationToken);
    }

    /// <summary>Finds or adds the tracks of what was staged, in a transaction of its own; then the plays can be written.</summary>
    public static async Task MatchAsync(MusicContext context, CancellationToken cancellationToken)
    {
        await CatalogMatcher.MatchAsync(context, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             analyze staged_platforms;
             create temp table arriving_plays as
             select distinct on (p.played_at, t.track_id, p.source, p.ms_played)
                 p.*, f.platform_id, t.track_id, t.song_id, t.spotify_id is null as by_name
             from staged_plays p join staged_tracks t on t.key = p.track_key left join staged_platforms f on f.number = p.platform
             order by p.played_at, t.track_id, p.source, p.ms_played;
             """, cancellationToken);
    }

    /// <summary>Writes what was matched, in one transaction.</summary>
    /// <param name="context">The context whose connection holds the staging tables.</param>
    /// <param name="userId">Whose history.</param>
    /// <param name="import">The import that brings the plays, and the batch's number within it; null for none.</param>
    /// <param name="written">Told before the transaction ends, under the lock of the person's library.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    public static async Task WriteAsync(
        MusicContext context, Guid userId, (long Id, int Batch)? import, Func<Task> written, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await LibraryLock.LockAsync(context, userId, cancellationToken);
        // The planner knows nothing of rows that were written a moment ago: it would expect a handful and join them each with each.
        await context.Database.ExecuteSqlAsync($"set local enable_nestloop = off", cancellationToken);
        await LeaveOutStoredAsync(context, userId, import, cancellationToken);
        if (await AddAsync(context, userId, import?.Id, cancellationToken) is { First: { } first, Last: { } last })
        {
            var relinked = await Sameness.ResolveAsync(context, userId, first, last, cancellationToken);
            var hidden = await HiddenPlays.AnyAsync(context, userId, cancellationToken)
                ? (await HiddenPlays.MarkAsync(context, userId, relinked.First, relinked.Last, cancellationToken)).Tracks
                : [];
            if (relinked.Tracks.Length + hidden.Length > 0) await Rollups.RefreshTracksAsync(context, userId, [.. relinked.Tracks.Union(hidden)], cancellationToken);
            await Rollups.RefreshAsync(context, userId, relinked.First, relinked.Last, cancellationToken);
        }

        await written();
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Leaves out what is stored already, the same time, length, source and track, and remembers that this import saw it too.
    /// A report by name may have found another track of the song the last time.
    /// </summary>
    private static Task<int> LeaveOutStoredAsync(MusicContext context, Guid userId, (long Id, int Batch)? import, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             with reach as materialized (select min(played_at) as first, max(played_at) as last from arriving_plays),
             stored as materialized (
                 select p.id, p.import_id, p.played_at, p.source, p.ms_played, p.track_id
                 from plays p where p.user_id = {userId} and p.played_at between (select first from reach) and (select last from reach)),
             exact as (
                 delete from arriving_plays a using stored p
                 where not a.by_name and p.played_at = a.played_at and p.track_id = a.track_id and p.source = a.source and p.ms_played is not distinct from a.ms_played
                 returning p.id, p.import_id),
             by_name as (
                 delete from arriving_plays a using stored p join tracks t on t.id = p.track_id
                 where a.by_name and p.played_at = a.played_at and t.song_id = a.song_id and p.source = a.source and p.ms_played is not distinct from a.ms_played
                 returning p.id, p.import_id)
             insert into import_sightings (import_id, batch, play_ids)
             select {import?.Id}, {import?.Batch}, array_agg(distinct id order by id)
             from (select * from exact union all select * from by_name) seen
             where {import?.Id}::bigint is not null and import_id is distinct from {import?.Id}
             having count(*) > 0
             on conflict (import_id, batch) do update set play_ids = excluded.play_ids
             """, cancellationToken);

    /// <summary>Adds the plays that are not stored yet, and their share of the tracks' totals.</summary>
    private static async Task<Added> AddAsync(MusicContext context, Guid userId, long? importId, CancellationToken cancellationToken)
    {
        var added = await context.Database.SqlQuery<Added>(
            $"""select min(played_at) as "First", max(played_at) as "Last" from arriving_plays""").SingleAsync(cancellationToken);
        if (added.First is null) return added;
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into user_tracks as u (user_id, track_id, plays, ms_played, first_played_at, last_played_at, search)
             select {userId}, added.track_id, added.plays, added.ms, added.first, added.last, t.search
             from (
                 select track_id, count(*) filter (where counts)::int as plays,
                     coalesce(sum(least(coalesce(ms_played, 0), {Rollups.LongestMs})) filter (where counts), 0) as ms,
                     min(played_at) filter (where counts) as first, max(played_at) filter (where counts) as last
                 from (
                     select b.track_id, b.ms_played, b.played_at, b.ms_played is null or b.ms_played >= users.counted_from_ms as counts
                     from arriving_plays b join users on users.id = {userId}) arriving
                 group by track_id) added
             join tracks t on t.id = added.track_id
             order by added.track_id
             on conflict (user_id, track_id) do update set
                 plays = u.plays + excluded.plays, ms_played = u.ms_played + excluded.ms_played,
                 first_played_at = least(u.first_played_at, excluded.first_played_at),
                 last_played_at = greatest(u.last_played_at, excluded.last_played_at)
             """, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into plays (user_id, track_id, played_at, reported_at, import_id, ms_played, platform_id, source, precision,
                 reason_start, reason_end, skipped, shuffle, offline, incognito, context_uri)
             select {userId}, track_id, played_at, reported_at, {importId}, ms_played, platform_id, source, precision,
                 reason_start, reason_end, skipped, shuffle, offline, incognito, context_uri
             from arriving_plays
             """, cancellationToken);
        return added;
    }

    /// <summary>The times of the first and the last play that were added; null when none was.</summary>
    private sealed record Added(DateTimeOffset? First, DateTimeOffset? Last);
}
