using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Jobs;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// Does an import from beginning to end. First the files are read as a stream into staging tables that live as long as
/// the connection; then the plays are written, batch by batch. Killed at any point, it is simply done again: what was
/// written is found and left as it is, and the account is taken from what is stored.
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
        context.Database.SetCommandTimeout(TimeSpan.FromHours(6));
        await context.Database.OpenConnectionAsync(cancellationToken);
        var import = await context.Imports.AsNoTracking().SingleAsync(i => i.Id == importId, cancellationToken);
        RequireFiles(import);
        var account = new ImportAccount();
        await using (var progress = new ImportProgress(import, account, contexts, updates, clock))
        {
            try
            {
                await progress.BeginAsync(cancellationToken);
                await PlayWriter.CreateStagingAsync(context, cancellationToken);
                await using (var staging = new ImportStaging(context))
                {
                    await new ImportFiles(reader, settings, account, contexts).ReadAsync(import, staging, cancellationToken);
                    await staging.CompleteAsync(cancellationToken);
                }

                await progress.BeginAddingAsync(cancellationToken);
                await PlayWriter.WriteAsync(
                    context, import.UserId, importId, merged => progress.CountBatchAsync(context, merged, cancellationToken), cancellationToken);
            }
            finally
            {
                await DropStagingAsync(context);
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
        var shown = await context.Plays.LongCountAsync(p => p.ImportId == import.Id && p.DuplicateOf == null, cancellationToken);
        var added = Math.Min(shown, account.Plays);
        await context.Imports.Where(i => i.Id == import.Id && i.Status == ImportStatus.Adding).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.Status, ImportStatus.Completed).SetProperty(x => x.FinishedAt, clock.GetUtcNow())
                .SetProperty(x => x.Added, added).SetProperty(x => x.Duplicates, account.Plays - added)
                .SetProperty(x => x.Merged, account.Plays).SetProperty(x => x.CurrentFile, (string?)null),
            cancellationToken);
        await updates.PublishAsync(context, ImportService.Topic(import.UserId), cancellationToken);
    }

    /// <summary>The connection goes back to its pool, where temporary tables would stay.</summary>
    private static async Task DropStagingAsync(MusicContext context)
    {
        try
        {
            await context.Database.ExecuteSqlAsync($"discard temp", CancellationToken.None);
        }
        catch (Exception exception) when (exception is Npgsql.NpgsqlException or InvalidOperationException)
        {
            // The connection is broken, and they are gone with it.
        }
    }
}
