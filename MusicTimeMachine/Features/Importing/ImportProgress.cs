using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Importing;

/// <summary>Writes the account of a running import to its row twice a second and tells whoever watches.</summary>
internal sealed class ImportProgress(
    Import import, ImportAccount account, IDbContextFactory<MusicContext> contexts, LiveUpdates updates, TimeProvider clock) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private Task _writing = Task.CompletedTask;
    private long _merged;
    private long _added;
    private long _lastPlay;

    /// <summary>The reading begins.</summary>
    /// <exception cref="ImportEndedException">The import has ended already.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var begun = await context.Imports
            .Where(i => i.Id == import.Id && (i.Status == ImportStatus.Waiting || i.Status == ImportStatus.Reading || i.Status == ImportStatus.Adding))
            .ExecuteUpdateAsync(
                i => i.SetProperty(x => x.Status, ImportStatus.Reading).SetProperty(x => x.StartedAt, clock.GetUtcNow()).SetProperty(x => x.Failure, (string?)null),
                cancellationToken);
        if (begun == 0) throw new ImportEndedException();
        _writing = WriteRegularlyAsync();
    }

    /// <summary>Everything is read, the last plays are written now.</summary>
    public async Task BeginAddingAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Imports.Where(i => i.Id == import.Id && i.Status == ImportStatus.Reading)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.Status, ImportStatus.Adding), cancellationToken);
        await WriteAsync(cancellationToken);
    }

    /// <summary>
    /// A batch is written: counts what it added. Called within the batch's transaction, under the lock of the person's
    /// library, so that an import that was cancelled and undone meanwhile adds nothing more.
    /// </summary>
    /// <param name="context">The batch's context.</param>
    /// <param name="merged">Plays of the batch.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ImportEndedException">The import was cancelled.</exception>
    public async Task CountBatchAsync(MusicContext context, long merged, CancellationToken cancellationToken)
    {
        var written = await context.Database.SqlQuery<Written>(
            $"""
             select i.status in ('reading', 'adding') as "GoesOn", p.added as "Added", coalesce(p.last, {_lastPlay}) as "LastPlay"
             from imports i
             cross join lateral (
                 select count(*) filter (where duplicate_of is null and removed_by is null) as added, max(id) as last from plays where import_id = i.id and id > {_lastPlay}) p
             where i.id = {import.Id}
             """).SingleOrDefaultAsync(cancellationToken);
        if (written is not { GoesOn: true }) throw new ImportEndedException();
        (_merged, _added, _lastPlay) = (_merged + merged, _added + written.Added, written.LastPlay);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _writing;
        await WriteAsync(CancellationToken.None);
        _ended.Dispose();
    }

    private async Task WriteRegularlyAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token)) await WriteAsync(_ended.Token);
        }
        catch (OperationCanceledException)
        {
            // The import ended.
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        // An earlier attempt's plays are among the added before this one has come to them.
        var added = Math.Min(_added, _merged);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.CurrentFile, account.Current?.Name)
                .SetProperty(x => x.BytesTotal, account.BytesTotal).SetProperty(x => x.BytesRead, account.BytesRead)
                .SetProperty(x => x.Merged, _merged).SetProperty(x => x.Added, added).SetProperty(x => x.Duplicates, _merged - added)
                .SetProperty(x => x.Files, account.Files).SetProperty(x => x.Rows, account.Rows)
                .SetProperty(x => x.SkippedPodcast, account.Skipped(SkipReason.Podcast)).SetProperty(x => x.SkippedAudiobook, account.Skipped(SkipReason.Audiobook))
                .SetProperty(x => x.SkippedVideo, account.Skipped(SkipReason.Video)).SetProperty(x => x.SkippedNoTrack, account.Skipped(SkipReason.NoTrack))
                .SetProperty(x => x.SkippedLocal, account.Skipped(SkipReason.Local)).SetProperty(x => x.Errors, account.Errors),
            cancellationToken);
        await updates.PublishAsync(context, ImportService.Topic(import.UserId), cancellationToken);
    }

    private sealed record Written(bool GoesOn, long Added, long LastPlay);
}
