using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// Takes an import out again: its plays go, what other imports or sources also reported stays, and what the import's plays
/// had covered is shown again.
/// </summary>
public sealed class ImportUndo(IDbContextFactory<MusicContext> contexts, LiveUpdates updates)
{
    /// <summary>What undoing would do; null when the person has no such import, or it cannot be undone.</summary>
    public async Task<UndoPreview?> PreviewAsync(Guid userId, long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await Ended(context, userId, importId).AnyAsync(cancellationToken)) return null;
        return await context.Database.SqlQuery<UndoPreview>(
            $"""
             with own as (
                 select id, duplicate_of is null and removed_by is null as shown from plays where user_id = {userId} and import_id = {importId}),
             seen as (
                 select distinct play_id from import_sightings s
                 join imports i on i.id = s.import_id and i.user_id = {userId} and i.id <> {importId}
                 cross join lateral unnest(s.play_ids) as play (play_id)
                 where exists (select 1 from own))
             select count(*) filter (where own.shown and seen.play_id is null) as "Going", count(*) filter (where own.shown and seen.play_id is not null) as "Staying"
             from own left join seen on seen.play_id = own.id
             """).SingleAsync(cancellationToken);
    }

    /// <summary>Undoes an import that has ended.</summary>
    /// <returns>False when the person has no such import, or it still runs, or it is undone already.</returns>
    public async Task<bool> UndoAsync(Guid userId, long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await LibraryLock.LockAsync(context, userId, cancellationToken);
        var ended = await Ended(context, userId, importId).ExecuteUpdateAsync(i => i.SetProperty(x => x.Status, ImportStatus.Undone), cancellationToken);
        if (ended == 0) return false;

        await KeepWhatOthersSawAsync(context, userId, importId, cancellationToken);
        // As a list: a statement that changes something cannot stand within another, as EF Core would have it to limit the rows.
        var gone = (await context.Database.SqlQuery<Gone>(
            $"""
             with gone as (delete from plays where user_id = {userId} and import_id = {importId} returning track_id, played_at, reported_at)
             select coalesce(array_agg(distinct track_id), array[]::bigint[]) as "Tracks", min(played_at) as "First", max(coalesce(reported_at, played_at)) as "Last" from gone
             """).ToListAsync(cancellationToken)).Single();
        await context.ImportSightings.Where(s => s.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
        if (gone is { First: { } first, Last: { } last })
        {
            var relinked = await Sameness.ResolveAsync(context, userId, first, last, cancellationToken);
            await Rollups.RefreshTracksAsync(context, userId, [.. gone.Tracks.Union(relinked.Tracks)], cancellationToken);
            await Rollups.RefreshAsync(context, userId, relinked.First, relinked.Last, cancellationToken);
            await LibraryTracks.LeaveAsync(context, userId, gone.Tracks, cancellationToken);
        }

        await CaptureGaps.ReviewAsync(context, userId, cancellationToken);
        await updates.PublishAsync(context, ImportService.Topic(userId), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await ImportUploads.DeleteAsync(context, importId, cancellationToken);
        return true;
    }

    private static IQueryable<Import> Ended(MusicContext context, Guid userId, long importId) => context.Imports.Where(
        i => i.Id == importId && i.UserId == userId
            && (i.Status == ImportStatus.Completed || i.Status == ImportStatus.Cancelled || i.Status == ImportStatus.Failed));

    /// <summary>Plays that another import reported too now belong to the earliest of those.</summary>
    private static Task<int> KeepWhatOthersSawAsync(MusicContext context, Guid userId, long importId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             update plays p set import_id = seen.import_id
             from (
                 select play_id, min(s.import_id) as import_id
                 from import_sightings s
                 join imports i on i.id = s.import_id and i.user_id = {userId} and i.id <> {importId}
                 cross join lateral unnest(s.play_ids) as play (play_id)
                 group by play_id) seen
             where p.id = seen.play_id and p.user_id = {userId} and p.import_id = {importId}
             """, cancellationToken);

    private sealed record Gone(long[] Tracks, DateTimeOffset? First, DateTimeOffset? Last);
}
