using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Jobs;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// Does an import from beginning to end. The files are read as a stream, and the plays are written batch by batch while the
/// reading goes on. Killed at any point, it is simply done again: what was written is found and left as it is, and the
/// account is taken from what is stored.
/// </summary>
public sealed class HistoryImporter(IDbContextFactory<MusicContext> contexts, HistoryReader reader, ImportSettings settings, LiveUpdates updates, TimeProvider clock)
{
    /// <summary>Does the import, or does it again.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Stops it; what was written stays.</param>
    /// <exception cref="ImportEndedException">It was cancelled, or is completed already.</exception>
    /// <exception cref="JobFailedException">The files are gone.</exception>
    public async Task ImportAsync(long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await context.Imports.AsNoTracking().SingleAsync(i => i.Id == importId, cancellationToken);
        RequireFiles(import);
        var account = new ImportAccount();
        await using (var progress = new ImportProgress(import, account, contexts, updates, clock))
        {
            await progress.BeginAsync(cancellationToken);
            var files = new ImportFiles(reader, settings, account, contexts);
            await files.MeasureAsync(import, cancellationToken);
            if (!await new KnownFiles(reader, account, progress, contexts).TakeAsync(import, cancellationToken))
            {
                await using var pipeline = new ImportPipeline(contexts, settings, import, progress);
                await files.ReadAsync(import, pipeline, cancellationToken);
                await progress.BeginAddingAsync(cancellationToken);
                await pipeline.CompleteAsync(cancellationToken);
            }
        }

        await CompleteAsync(context, import, account, cancellationToken);
    }

    /// <summary>An earlier attempt may have added their plays: read as missing files, they would make an account that does not add up.</summary>
    private static void RequireFiles(Import import)
    {
        if (Array.FindIndex(import.Paths, path => !Path.Exists(path)) is >= 0 and var missing)
            throw new JobFailedException($"{import.Names[missing]} is not there any more. What was added before stays; bring the file again to import the rest.");
    }

    private async Task CompleteAsync(MusicContext context, Import import, ImportAccount account, CancellationToken cancellationToken)
    {
        // Whatever was written by an earlier attempt was added by this import too.
        var shown = await context.Plays.Shown().LongCountAsync(p => p.ImportId == import.Id, cancellationToken);
        var added = Math.Min(shown, account.Plays);
        await context.Imports.Where(i => i.Id == import.Id && (i.Status == ImportStatus.Reading || i.Status == ImportStatus.Adding)).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.Status, ImportStatus.Completed).SetProperty(x => x.ReadBy, KnownFiles.Build).SetProperty(x => x.FinishedAt, clock.GetUtcNow())
                .SetProperty(x => x.Added, added).SetProperty(x => x.Duplicates, account.Plays - added)
                .SetProperty(x => x.Merged, account.Plays).SetProperty(x => x.CurrentFile, (string?)null),
            cancellationToken);
        await updates.PublishAsync(context, ImportService.Topic(import.UserId), cancellationToken);
    }
}
