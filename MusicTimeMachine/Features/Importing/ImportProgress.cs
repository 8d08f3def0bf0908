using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Importing;

/// <summary>Writes the account of a running import to its row twice a second and tells whoever watches.</summary>
internal sealed class ImportProgress(
    long importId, ImportAccount account, IDbContextFactory<MusicContext> contexts, LiveUpdates updates, TimeProvider clock) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private Task _writing = Task.CompletedTask;

    /// <summary>Staged plays that are written.</summary>
    public long Merged { get; set; }

    /// <summary>The reading begins.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Imports.Where(i => i.Id == importId).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.Status, ImportStatus.Reading).SetProperty(x => x.StartedAt, x => x.StartedAt ?? clock.GetUtcNow())
                .SetProperty(x => x.Failure, (string?)null),
            cancellationToken);
        _writing = WriteRegularlyAsync();
    }

    /// <summary>Everything is read, the plays are written now.</summary>
    public async Task BeginAddingAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Imports.Where(i => i.Id == importId && i.Status == ImportStatus.Reading)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.Status, ImportStatus.Adding), cancellationToken);
        await WriteAsync(cancellationToken);
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
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Imports.Where(i => i.Id == importId).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.CurrentFile, account.Current?.Name)
                .SetProperty(x => x.BytesTotal, account.BytesTotal).SetProperty(x => x.BytesRead, account.BytesRead)
                .SetProperty(x => x.Merged, Merged).SetProperty(x => x.Files, account.Files).SetProperty(x => x.Rows, account.Rows)
                .SetProperty(x => x.SkippedPodcast, account.Skipped(SkipReason.Podcast)).SetProperty(x => x.SkippedAudiobook, account.Skipped(SkipReason.Audiobook))
                .SetProperty(x => x.SkippedVideo, account.Skipped(SkipReason.Video)).SetProperty(x => x.SkippedNoTrack, account.Skipped(SkipReason.NoTrack))
                .SetProperty(x => x.SkippedLocal, account.Skipped(SkipReason.Local)).SetProperty(x => x.Errors, account.Errors),
            cancellationToken);
        await updates.PublishAsync(context, ImportService.Topic(importId), cancellationToken);
    }
}
