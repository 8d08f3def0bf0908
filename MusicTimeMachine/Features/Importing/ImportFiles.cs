using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Importing;

/// <summary>Reads the files of an import, row by row, keeps the account and lists what could not be read.</summary>
internal sealed class ImportFiles(HistoryReader reader, ImportSettings settings, ImportAccount account, IDbContextFactory<MusicContext> contexts)
{
    private readonly List<ImportError> _errors = [];

    /// <summary>Finds out how much there is to read, and forgets what an earlier attempt said.</summary>
    public async Task MeasureAsync(Import import, CancellationToken cancellationToken)
    {
        await ForgetEarlierAttemptAsync(import.Id, cancellationToken);
        await foreach (var file in reader.ReadAsync(import.GivenPaths(), cancellationToken)) account.BytesTotal += file.Length ?? 0;
    }

    /// <summary>Reads all files; the plays go to the pipeline.</summary>
    public async Task ReadAsync(Import import, ImportPipeline pipeline, CancellationToken cancellationToken)
    {
        await foreach (var file in reader.ReadAsync(import.GivenPaths(), cancellationToken))
        {
            var (rows, plays, skipped, errors) = (account.Rows, account.Plays, account.SkippedAll, account.Errors);
            account.Current = file;
            if (file.Problem is { } problem)
            {
                AddError(import.Id, file.Name, row: null, problem);
            }
            else
            {
                account.Files++;
                await ReadFileAsync(import.Id, file, pipeline, cancellationToken);
            }

            var hash = account.Errors == errors ? await file.HashAsync(cancellationToken) : null;
            account.BytesBefore += file.Length ?? 0;
            account.Current = null;
            await StoreFileAsync(
                new ImportFile
                {
                    ImportId = import.Id,
                    Ordinal = file.Ordinal,
                    Name = file.Name,
                    Format = file.Format?.Name,
                    Rows = account.Rows - rows,
                    Plays = account.Plays - plays,
                    Skipped = account.SkippedAll - skipped,
                    Errors = account.Errors - errors,
                    Hash = hash,
                },
                cancellationToken);
        }
    }

    private async Task ReadFileAsync(long importId, HistoryFile file, ImportPipeline pipeline, CancellationToken cancellationToken)
    {
        await foreach (var row in file.ReadRowsAsync(cancellationToken))
        {
            if (row.Play is { } play)
            {
                account.CountPlay();
                await pipeline.AddAsync(play, cancellationToken);
            }
            else if (row.Skip is { } reason)
            {
                account.CountSkip(reason);
            }
            else
            {
                AddError(importId, file.Name, row.Number, row.Error!);
                if (account.Errors < settings.MaxErrors) continue;
                AddError(importId, file.Name, row.Number, $"The file was given up here: {settings.MaxErrors:N0} rows of this import could not be read. Ask for the export again; what was read before stays.");
                return;
            }
        }
    }

    private void AddError(long importId, string file, long? row, string reason)
    {
        account.CountError();
        _errors.Add(new ImportError { ImportId = importId, File = file, Row = row, Reason = reason });
    }

    private async Task StoreFileAsync(ImportFile file, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.ImportFiles.Add(file);
        context.ImportErrors.AddRange(_errors);
        await context.SaveChangesAsync(cancellationToken);
        _errors.Clear();
    }

    private async Task ForgetEarlierAttemptAsync(long importId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.ImportFiles.Where(file => file.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
        await context.ImportErrors.Where(error => error.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
    }
}
