using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// Deletes at the start what an earlier run left of uploads: those that were never finished, and those whose imports have
/// ended. Files of an import that waits, runs or failed of late are kept, so that it can go on.
/// </summary>
internal sealed partial class UploadCleanup(
    Database database, ImportUploads uploads, IDbContextFactory<MusicContext> contexts, TimeProvider clock, ILogger<UploadCleanup> logger) : BackgroundService
{
    private static readonly TimeSpan RetryWithin = TimeSpan.FromDays(7);
    private IReadOnlyList<string> _folders = [];

    /// <summary>Lists the folders before the web server listens: whatever is there now is of an earlier run.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _folders = uploads.ListFolders();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogUnreachable(exception);
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_folders.Count == 0) return;
        try
        {
            await database.Ready.WaitAsync(stoppingToken);
            var needed = await NeededAsync(stoppingToken);
            foreach (var folder in _folders.Where(folder => !needed.Contains(folder))) ImportUploads.DeleteFolder(folder);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogUnreachable(exception);
        }
        catch (OperationCanceledException)
        {
            // The application stops; the next start does it.
        }
    }

    private async Task<HashSet<string?>> NeededAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - RetryWithin;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var paths = await context.Imports
            .Where(i => i.Uploaded && (i.Status == ImportStatus.Waiting || i.Status == ImportStatus.Reading || i.Status == ImportStatus.Adding
                || (i.Status == ImportStatus.Failed && i.FinishedAt > since)))
            .Select(i => i.Paths).ToListAsync(cancellationToken);
        return [.. paths.SelectMany(each => each).Select(Path.GetDirectoryName)];
    }

    [LoggerMessage(LogLevel.Warning, "Uploads that an earlier run left behind could not be looked through; the next start tries again.")]
    private partial void LogUnreachable(Exception exception);
}
