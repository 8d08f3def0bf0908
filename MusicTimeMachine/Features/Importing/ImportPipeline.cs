using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// Takes the plays of an import in batches: while one is read, the one before it is matched with the catalogue, and the
/// one before that is written. Batches are written in order, each in one transaction.
/// </summary>
internal sealed class ImportPipeline(IDbContextFactory<MusicContext> contexts, ImportSettings settings, Import import, ImportProgress progress) : IAsyncDisposable
{
    /// <summary>One is read, one matched, one written.</summary>
    private const int MaxBatches = 3;

    private readonly SemaphoreSlim _free = new(MaxBatches);
    private readonly CancellationTokenSource _stop = new();
    private ImportBatch? _batch;
    private Task _matching = Task.CompletedTask;
    private Task _writing = Task.CompletedTask;
    private int _number;

    /// <summary>Takes a play.</summary>
    /// <exception cref="ImportEndedException">The import was cancelled.</exception>
    public async ValueTask AddAsync(ImportedPlay play, CancellationToken cancellationToken)
    {
        _batch ??= await BeginAsync(cancellationToken);
        await _batch.AddAsync(play, cancellationToken);
        if (_batch.Plays >= settings.BatchSize) await PassOnAsync(cancellationToken);
    }

    /// <summary>Waits until everything is written.</summary>
    /// <exception cref="ImportEndedException">The import was cancelled.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_batch is not null) await PassOnAsync(cancellationToken);
        await _writing.WaitAsync(cancellationToken);
    }

    /// <summary>Stops what is not done and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_batch is not null) await _batch.DisposeAsync();
        await ((Task)_writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _free.Dispose();
    }

    private async Task<ImportBatch> BeginAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        if (_writing.IsFaulted) await _writing;
        return await ImportBatch.BeginAsync(contexts, cancellationToken);
    }

    private async Task PassOnAsync(CancellationToken cancellationToken)
    {
        var batch = _batch!;
        await batch.CompleteAsync(cancellationToken);
        _batch = null;
        _matching = MatchAsync(batch, _matching);
        _writing = WriteAsync(batch, ++_number, _matching, _writing);
    }

    private async Task MatchAsync(ImportBatch batch, Task before)
    {
        await before;
        await batch.MatchAsync(_stop.Token);
    }

    private async Task WriteAsync(ImportBatch batch, int number, Task matched, Task before)
    {
        try
        {
            await Task.WhenAll(before, matched);
            await batch.WriteAsync(import.UserId, (import.Id, number), context => progress.CountBatchAsync(context, batch.Plays, _stop.Token), _stop.Token);
        }
        finally
        {
            await batch.DisposeAsync();
            _free.Release();
        }
    }
}
