using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;

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
    public async Task ImportAsync(long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Database.SetCommandTimeout(TimeSpan.FromHours(6));
        await context.Database.OpenConnectionAsync(cancellationToken);
        var import = await context.Imports.AsNoTracking().SingleAsync(i => i.Id == importId, cancellationToken);
        var account = new ImportAccount();
        await using (var progress = new ImportProgress(importId, account, contexts, updates, clock))
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
                    context, import.UserId, importId, merged => { progress.Merged = merged; return Task.CompletedTask; }, cancellationToken);
            }
            finally
            {
                await DropStagingAsync(context);
            }
        }

        await CompleteAsync(context, importId, account, cancellationToken);
    }

    private async Task CompleteAsync(MusicContext context, long importId, ImportAccount account, CancellationToken cancellationToken)
    {
        // Whatever was written by an earlier attempt was added by this import too.
        var added = await context.Plays.LongCountAsync(p => p.ImportId == importId && p.DuplicateOf == null, cancellationToken);
        await context.Imports.Where(i => i.Id == importId).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.Status, ImportStatus.Completed).SetProperty(x => x.FinishedAt, clock.GetUtcNow())
                .SetProperty(x => x.Added, added).SetProperty(x => x.Duplicates, account.Plays - added)
                .SetProperty(x => x.Merged, account.Plays).SetProperty(x => x.CurrentFile, (string?)null),
            cancellationToken);
        await updates.PublishAsync(context, ImportService.Topic(importId), cancellationToken);
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
