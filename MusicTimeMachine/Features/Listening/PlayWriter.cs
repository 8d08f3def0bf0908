using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// Writes reports of plays into a person's history. The caller fills temporary tables on the context's open
/// connection, <c>staged_tracks</c>, <c>staged_platforms</c> and <c>staged_plays</c>; from there it goes set by set: tracks are found or added,
/// rows that are stored already are left out, repeated reports are linked, totals follow. Each batch of whole weeks is a
/// transaction, and a batch done twice does nothing the second time.
/// </summary>
public static class PlayWriter
{
    /// <summary>The fewest plays of a batch, unless there are no more: large sets cost less a row.</summary>
    private const int BatchSize = 100_000;

    /// <summary>Creates the staging tables on the context's open connection.</summary>
    public static async Task CreateStagingAsync(MusicContext context, CancellationToken cancellationToken)
    {
        // For this connection only, until it goes back to its pool: sorts and temporary tables that stay in memory.
        await context.Database.ExecuteSqlAsync($"set work_mem = '128MB'; set temp_buffers = '64MB';", cancellationToken);
        await CatalogMatcher.CreateStagingAsync(context, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             create temp table staged_plays (
                 track_key int not null, played_at timestamptz not null, ms_played int, platform int,
                 source smallint not null, precision smallint not null, reason_start smallint, reason_end smallint,
                 skipped bool, shuffle bool, offline bool, incognito bool);
             create temp table staged_platforms (number int not null, platform_id int not null);
             """, cancellationToken);
    }

    /// <summary>Writes what was staged.</summary>
    /// <param name="context">The context whose connection holds the staging tables.</param>
    /// <param name="userId">Whose history.</param>
    /// <param name="importId">The import that brings the plays; null for none.</param>
    /// <param name="merged">Told after each batch how many staged plays are done, within the batch's transaction.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public static async Task WriteAsync(MusicContext context, Guid userId, long? importId, Func<long, Task> merged, CancellationToken cancellationToken)
    {
        await CatalogMatcher.MatchAsync(context, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             create temp table arriving_plays as
             select distinct on (p.played_at, t.track_id, p.source, p.ms_played)
                 p.*, f.platform_id, t.track_id, t.song_id, t.spotify_id is null as by_name
             from staged_plays p join staged_tracks t on t.key = p.track_key left join staged_platforms f on f.number = p.platform
             order by p.played_at, t.track_id, p.source, p.ms_played;
             create index on arriving_plays (played_at);
             analyze arriving_plays;
             """, cancellationToken);
        var weeks = await context.Database.SqlQuery<Span>(
            $"""
             select date_bin('7 days', played_at, '2000-01-03Z') as "From", date_bin('7 days', played_at, '2000-01-03Z') + interval '7 days' as "To",
                 min(played_at) as "First", max(played_at) as "Last", count(*) as "Plays", bool_or(by_name) as "ByName"
             from arriving_plays
             group by 1, 2 order by 1
             """).ToListAsync(cancellationToken);

        var number = 0;
        var done = 0L;
        foreach (var batch in Batches(weeks))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await LibraryLock.LockAsync(context, userId, cancellationToken);
            await WriteBatchAsync(context, userId, importId, ++number, batch, cancellationToken);
            await merged(done += batch.Plays);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static IEnumerable<Span> Batches(List<Span> weeks)
    {
        Span? batch = null;
        foreach (var week in weeks)
        {
            batch = batch is null ? week : batch with { To = week.To, Last = week.Last, Plays = batch.Plays + week.Plays, ByName = batch.ByName || week.ByName };
            if (batch.Plays < BatchSize) continue;
            yield return batch;
            batch = null;
        }

        if (batch is not null) yield return batch;
    }

    private static async Task WriteBatchAsync(
        MusicContext context, Guid userId, long? importId, int number, Span batch, CancellationToken cancellationToken)
    {
        await FindStoredAsync(context, userId, batch, cancellationToken);
        if (importId is not null) await RememberSightingsAsync(context, importId.Value, number, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into user_tracks as u (user_id, track_id, plays, ms_played, first_played_at, last_played_at)
             select {userId}, track_id, count(*) filter (where counts)::int, coalesce(sum(least(coalesce(ms_played, 0), {Rollups.LongestMs})) filter (where counts), 0),
                 min(played_at) filter (where counts), max(played_at) filter (where counts)
             from (
                 select b.track_id, b.ms_played, b.played_at, b.ms_played is null or b.ms_played >= users.counted_from_ms as counts
                 from batch_plays b join users on users.id = {userId} where b.stored_id is null) added
             group by track_id order by track_id
             on conflict (user_id, track_id) do update set
                 plays = u.plays + excluded.plays, ms_played = u.ms_played + excluded.ms_played,
                 first_played_at = least(u.first_played_at, excluded.first_played_at),
                 last_played_at = greatest(u.last_played_at, excluded.last_played_at)
             """, cancellationToken);
        var added = await context.Database.ExecuteSqlAsync(
            $"""
             insert into plays (user_id, track_id, played_at, import_id, ms_played, platform_id, source, precision,
                 reason_start, reason_end, skipped, shuffle, offline, incognito)
             select {userId}, track_id, played_at, {importId}, ms_played, platform_id, source, precision,
                 reason_start, reason_end, skipped, shuffle, offline, incognito
             from batch_plays where stored_id is null order by played_at, track_id
             """, cancellationToken);
        await context.Database.ExecuteSqlAsync($"drop table batch_plays", cancellationToken);
        if (added == 0) return;

        var relinked = await Sameness.ResolveAsync(context, userId, batch.First, batch.Last, cancellationToken);
        if (relinked.Length > 0) await Rollups.RefreshTracksAsync(context, userId, relinked, cancellationToken);
        var reach = relinked.Length > 0 ? Sameness.Reach : TimeSpan.Zero;
        await Rollups.RefreshAsync(context, userId, batch.First - reach, batch.Last + reach, cancellationToken);
    }

    /// <summary>Tells for each row of the batch which stored play it is, if any: the same time, length, source and track.</summary>
    private static async Task FindStoredAsync(MusicContext context, Guid userId, Span batch, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"""
             create temp table batch_plays on commit drop as
             select a.*, p.id as stored_id, p.import_id as stored_import_id
             from arriving_plays a
             left join plays p on p.user_id = {userId} and p.played_at >= {batch.From} and p.played_at < {batch.To}
                 and p.played_at = a.played_at and p.track_id = a.track_id and p.source = a.source and p.ms_played is not distinct from a.ms_played
             where a.played_at >= {batch.From} and a.played_at < {batch.To};
             """, cancellationToken);

        if (!batch.ByName) return;

        // A report by name may have found another track of the song the last time.
        await context.Database.ExecuteSqlAsync(
            $"""
             analyze batch_plays;
             update batch_plays b set stored_id = p.id, stored_import_id = p.import_id
             from plays p join tracks t on t.id = p.track_id
             where b.by_name and b.stored_id is null
               and p.user_id = {userId} and p.played_at >= {batch.From} and p.played_at < {batch.To}
               and p.played_at = b.played_at and p.source = b.source and p.ms_played is not distinct from b.ms_played
               and t.song_id = b.song_id
             """, cancellationToken);
    }

    private static Task<int> RememberSightingsAsync(MusicContext context, long importId, int number, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             insert into import_sightings (import_id, batch, play_ids)
             select {importId}, {number}, array_agg(stored_id order by stored_id)
             from batch_plays where stored_id is not null and stored_import_id is distinct from {importId}
             having count(*) > 0
             on conflict (import_id, batch) do update set play_ids = excluded.play_ids
             """, cancellationToken);

    private sealed record Span(DateTimeOffset From, DateTimeOffset To, DateTimeOffset First, DateTimeOffset Last, long Plays, bool ByName);
}
