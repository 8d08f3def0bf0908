using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Searching;
using MusicTimeMachine.Jobs;

namespace MusicTimeMachine.Features.Importing;

/// <summary>Does imports as durable work.</summary>
internal sealed class ImportJob(HistoryImporter importer, IDbContextFactory<MusicContext> contexts, LiveUpdates updates, TimeProvider clock) : IJobHandler
{
    /// <summary>The parameters of the job.</summary>
    /// <param name="ImportId">The import.</param>
    internal sealed record Parameters(long ImportId);

    /// <summary>The kind.</summary>
    internal const string Name = "import";

    public IReadOnlyCollection<string> Kinds => [Name];

    public async Task RunAsync(Job job, CancellationToken cancellationToken)
    {
        var importId = ImportIdOf(job);
        try
        {
            await importer.ImportAsync(importId, cancellationToken);
        }
        catch (ImportEndedException)
        {
            // The person has cancelled it, or it was completed by an attempt that died before it could say so.
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            await TidyUpAsync(importId, job.UserId);
            throw;
        }

        await TidyUpAsync(importId, job.UserId);
    }

    public async Task GiveUpAsync(Job job, string reason, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var importId = ImportIdOf(job);
        await context.Imports
            .Where(i => i.Id == importId && (i.Status == ImportStatus.Waiting || i.Status == ImportStatus.Reading || i.Status == ImportStatus.Adding))
            .ExecuteUpdateAsync(
                i => i.SetProperty(x => x.Status, ImportStatus.Failed).SetProperty(x => x.FinishedAt, clock.GetUtcNow()).SetProperty(x => x.Failure, reason),
                cancellationToken);
        if (job.UserId is { } userId) await updates.PublishAsync(context, ImportService.Topic(userId), cancellationToken);
    }

    private static long ImportIdOf(Job job) => JsonSerializer.Deserialize<Parameters>(job.Parameters)!.ImportId;

    /// <summary>
    /// The uploaded files are not needed any more once the import has ended, and a cancelled one may have added a last batch
    /// before it noticed. An import that goes on later keeps everything.
    /// </summary>
    private async Task TidyUpAsync(long importId, Guid? userId)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context.Imports.Where(i => i.Id == importId && i.Status == ImportStatus.Cancelled).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.Added, x => context.Plays.LongCount(p => p.ImportId == x.Id && p.DuplicateOf == null && p.RemovedBy == null)), CancellationToken.None);
        if (await context.Imports.AnyAsync(i => i.Id == importId && (i.Status == ImportStatus.Completed || i.Status == ImportStatus.Cancelled), CancellationToken.None))
            await ImportUploads.DeleteAsync(context, importId, CancellationToken.None);
        if (userId is { } owner) await CaptureGaps.ReviewAsync(context, owner, CancellationToken.None);
        await SearchIndex.SettleAsync(context, CancellationToken.None);
    }
}
