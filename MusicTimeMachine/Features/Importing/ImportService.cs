using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Jobs;

namespace MusicTimeMachine.Features.Importing;

/// <summary>A person's imports: begin, watch, stop.</summary>
public sealed class ImportService(IDbContextFactory<MusicContext> contexts, JobQueue jobs, LiveUpdates updates, TimeProvider clock)
{
    /// <summary>The topic of <see cref="LiveUpdates"/> for an import.</summary>
    public static string Topic(long importId) => $"import:{importId}";

    /// <summary>Begins an import.</summary>
    /// <param name="userId">Who imports.</param>
    /// <param name="paths">The files.</param>
    /// <param name="uploaded">Whether the files are ours to delete when the import is done.</param>
    /// <param name="claimedBy">A worker that does it at once; null to leave it to the next free one.</param>
    /// <param name="cancellationToken">Stops before it begins.</param>
    /// <returns>The import's id, and the job that does it.</returns>
    public async Task<(long ImportId, Job Job)> BeginAsync(
        Guid userId, IReadOnlyList<HistoryPath> paths, bool uploaded, Guid? claimedBy, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var import = new Import
        {
            UserId = userId,
            Names = [.. paths.Select(path => path.DisplayName)],
            Paths = [.. paths.Select(path => Path.GetFullPath(path.Path))],
            Uploaded = uploaded,
            CreatedAt = clock.GetUtcNow(),
        };
        context.Imports.Add(import);
        await context.SaveChangesAsync(cancellationToken);
        var job = await jobs.EnqueueAsync(context, ImportJob.Name, userId, new ImportJob.Parameters(import.Id), claimedBy, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (import.Id, job);
    }

    /// <summary>The person's imports, newest first, at most 200.</summary>
    public async Task<List<ImportView>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Views(context.Imports.Where(i => i.UserId == userId).OrderByDescending(i => i.Id).Take(200)).ToListAsync(cancellationToken);
    }

    /// <summary>One import of the person; null when there is none with this id.</summary>
    public async Task<ImportView?> FindAsync(Guid userId, long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Views(context.Imports.Where(i => i.UserId == userId && i.Id == importId)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>What could not be read, in the order of the files, from <paramref name="offset"/> on.</summary>
    public async Task<List<ImportErrorView>> ListErrorsAsync(Guid userId, long importId, int offset, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ImportErrors
            .Where(e => e.ImportId == importId && context.Imports.Any(i => i.Id == importId && i.UserId == userId))
            .OrderBy(e => e.Id).Skip(offset).Take(limit)
            .Select(e => new ImportErrorView(e.File, e.Row, e.Reason)).ToListAsync(cancellationToken);
    }

    /// <summary>The files of an import with their parts of the account, in order, at most 1,000.</summary>
    public async Task<List<ImportFile>> ListFilesAsync(Guid userId, long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ImportFiles.AsNoTracking()
            .Where(f => f.ImportId == importId && context.Imports.Any(i => i.Id == importId && i.UserId == userId))
            .OrderBy(f => f.Ordinal).Take(1_000).ToListAsync(cancellationToken);
    }

    /// <summary>Stops a running import. What was added stays until the import is undone.</summary>
    /// <returns>Whether there was something to stop.</returns>
    public async Task<bool> CancelAsync(Guid userId, long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var jobId = await context.Database.SqlQuery<long>(
            $"""
             select id as "Value" from jobs
             where user_id = {userId} and kind = {ImportJob.Name} and parameters = jsonb_build_object('ImportId', {importId})
             """).SingleOrDefaultAsync(cancellationToken);
        if (jobId == 0 || !await jobs.CancelAsync(userId, jobId, cancellationToken)) return false;

        var added = await context.Plays.LongCountAsync(p => p.ImportId == importId && p.DuplicateOf == null, cancellationToken);
        await context.Imports.Where(i => i.Id == importId && i.UserId == userId).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.Status, ImportStatus.Cancelled).SetProperty(x => x.FinishedAt, clock.GetUtcNow()).SetProperty(x => x.Added, added),
            cancellationToken);
        await updates.PublishAsync(context, Topic(importId), cancellationToken);
        return true;
    }

    private static IQueryable<ImportView> Views(IQueryable<Import> imports) => imports.Select(i => new ImportView(
        i.Id, i.Names, i.Status, i.CurrentFile, i.BytesRead, i.BytesTotal, i.Merged, i.Files, i.Rows, i.Added, i.Duplicates,
        new SkippedRows(i.SkippedPodcast, i.SkippedAudiobook, i.SkippedVideo, i.SkippedNoTrack, i.SkippedLocal),
        i.Errors, i.Failure, i.CreatedAt, i.StartedAt, i.FinishedAt));
}
