using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Jobs;

namespace MusicTimeMachine.Features.Importing;

/// <summary>A person's imports: begin, watch, stop.</summary>
public sealed class ImportService(IDbContextFactory<MusicContext> contexts, JobQueue jobs, LiveUpdates updates, TimeProvider clock)
{
    /// <summary>The topic of <see cref="LiveUpdates"/> for all imports of a person.</summary>
    public static string Topic(Guid userId) => $"imports:{userId}";

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
        await updates.PublishAsync(context, Topic(userId), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (import.Id, job);
    }

    /// <summary>The person's imports, newest first, at most 200, and whether they have any music yet.</summary>
    public async Task<ImportsOverview> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var imports = await Views(context.Imports.Where(i => i.UserId == userId).OrderByDescending(i => i.Id).Take(200)).ToListAsync(cancellationToken);
        return new ImportsOverview(imports, await context.UserTracks.AnyAsync(own => own.UserId == userId, cancellationToken));
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

    /// <summary>The files that are read, each with its part of the account, in order, from <paramref name="offset"/> on.</summary>
    public async Task<List<ImportFileView>> ListFilesAsync(Guid userId, long importId, int offset, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ImportFiles
            .Where(f => f.ImportId == importId && context.Imports.Any(i => i.Id == importId && i.UserId == userId))
            .OrderBy(f => f.Ordinal).Skip(offset).Take(limit)
            .Select(f => new ImportFileView(f.Name, f.Format, f.Rows, f.Plays, f.Skipped, f.Errors)).ToListAsync(cancellationToken);
    }

    /// <summary>How many files are listed, and how many errors: what <see cref="ListFilesAsync"/> and <see cref="ListErrorsAsync"/> page through.</summary>
    public async Task<(int Files, int Errors)> CountListedAsync(Guid userId, long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await context.Imports.Where(i => i.Id == importId && i.UserId == userId)
            .Select(i => new { Files = context.ImportFiles.Count(f => f.ImportId == i.Id), Errors = context.ImportErrors.Count(e => e.ImportId == i.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        return (counts?.Files ?? 0, counts?.Errors ?? 0);
    }

    /// <summary>Stops a running import. What was added stays until the import is undone.</summary>
    /// <returns>Whether there was something to stop.</returns>
    public async Task<bool> CancelAsync(Guid userId, long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await jobs.CancelAsync(userId, await FindJobAsync(context, userId, importId, cancellationToken), cancellationToken) is not { } was) return false;

        var added = await context.Plays.Shown().LongCountAsync(p => p.ImportId == importId, cancellationToken);
        await context.Imports
            .Where(i => i.Id == importId && i.UserId == userId && (i.Status == ImportStatus.Waiting || i.Status == ImportStatus.Reading || i.Status == ImportStatus.Adding))
            .ExecuteUpdateAsync(
                i => i.SetProperty(x => x.Status, ImportStatus.Cancelled).SetProperty(x => x.FinishedAt, clock.GetUtcNow()).SetProperty(x => x.Added, added),
                cancellationToken);
        await updates.PublishAsync(context, Topic(userId), cancellationToken);

        // A worker that has the files open deletes them itself.
        if (was == JobStatus.Pending) await ImportUploads.DeleteAsync(context, importId, cancellationToken);
        return true;
    }

    /// <summary>Begins a failed import again.</summary>
    /// <returns>Whether there was something to begin again.</returns>
    public async Task<bool> RetryAsync(Guid userId, long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var waiting = await context.Imports.Where(i => i.Id == importId && i.UserId == userId && i.Status == ImportStatus.Failed)
            .ExecuteUpdateAsync(
                i => i.SetProperty(x => x.Status, ImportStatus.Waiting).SetProperty(x => x.Failure, (string?)null).SetProperty(x => x.FinishedAt, (DateTimeOffset?)null),
                cancellationToken);
        if (waiting == 0 || !await jobs.RestartAsync(context, userId, await FindJobAsync(context, userId, importId, cancellationToken), cancellationToken)) return false;
        await updates.PublishAsync(context, Topic(userId), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static Task<long> FindJobAsync(MusicContext context, Guid userId, long importId, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<long>(
            $"""
             select id as "Value" from jobs
             where user_id = {userId} and kind = {ImportJob.Name} and parameters = jsonb_build_object('ImportId', {importId})
             """).SingleOrDefaultAsync(cancellationToken);

    private static IQueryable<ImportView> Views(IQueryable<Import> imports) => imports.Select(i => new ImportView(
        i.Id, i.Names, i.Status, i.CurrentFile, i.BytesRead, i.BytesTotal, i.Merged, i.Files, i.Rows, i.Added, i.Duplicates,
        new SkippedRows(i.SkippedPodcast, i.SkippedAudiobook, i.SkippedVideo, i.SkippedNoTrack, i.SkippedLocal),
        i.Errors, i.Failure, i.CreatedAt, i.StartedAt, i.FinishedAt));
}
