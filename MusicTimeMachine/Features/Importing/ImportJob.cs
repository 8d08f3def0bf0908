using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
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

    public string Kind => Name;

    public async Task RunAsync(Job job, CancellationToken cancellationToken)
    {
        var importId = JsonSerializer.Deserialize<Parameters>(job.Parameters)!.ImportId;
        try
        {
            await importer.ImportAsync(importId, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && job.Attempts >= job.MaxAttempts)
        {
            await FailAsync(importId);
            throw;
        }

        await DeleteUploadAsync(importId, cancellationToken);
    }

    private async Task FailAsync(long importId)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context.Imports.Where(i => i.Id == importId).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.Status, ImportStatus.Failed).SetProperty(x => x.FinishedAt, clock.GetUtcNow())
                .SetProperty(x => x.Failure, "Something went wrong on the server; its log says what. What was added stays, and the same files can be imported again."),
            CancellationToken.None);
        await updates.PublishAsync(context, ImportService.Topic(importId), CancellationToken.None);
    }

    /// <summary>The plays are stored: the uploaded files are no longer needed.</summary>
    private async Task DeleteUploadAsync(long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await context.Imports.AsNoTracking().SingleAsync(i => i.Id == importId, cancellationToken);
        if (import.Uploaded) ImportUploads.Delete(import.Paths);
    }
}
