using MusicTimeMachine.Data;

namespace MusicTimeMachine.Ui;

/// <summary>What a page loads: the next load ends the one before, and an outage of the database becomes a sentence.</summary>
public sealed class PageLoad : IDisposable
{
    private CancellationTokenSource? _current;

    /// <summary>Whether something that somebody asked for is on its way.</summary>
    public bool Busy { get; private set; }

    /// <summary>What went wrong with the last load, as a sentence for a person; null when nothing did.</summary>
    public string? Failed { get; private set; }

    /// <summary>Loads.</summary>
    /// <param name="loadAsync">Loads and keeps what it loaded; it looks at its token before it keeps anything.</param>
    /// <param name="quietly">Whether nobody asked: then nothing tells that it is on its way.</param>
    public async Task RunAsync(Func<CancellationToken, Task> loadAsync, bool quietly = false)
    {
        ArgumentNullException.ThrowIfNull(loadAsync);
        if (!quietly) Busy = true;
        var load = new CancellationTokenSource();
        var token = load.Token; // Whoever ends this load disposes its source, and the source then gives no token any more.
        await EndAsync(Interlocked.Exchange(ref _current, load));
        try
        {
            token.ThrowIfCancellationRequested();
            await loadAsync(token);
            Failed = null;
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            return; // Something else was asked for meanwhile, or nobody looks any more.
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            Failed = DatabaseOutage.Sentence;
        }

        Busy = false;
    }

    /// <summary>Ends a load that is under way: what it was for is no longer wanted.</summary>
    public async Task StopAsync()
    {
        await EndAsync(Interlocked.Exchange(ref _current, null));
        Busy = false;
    }

    /// <summary>Ends a load that is under way.</summary>
    public void Dispose()
    {
        var load = Interlocked.Exchange(ref _current, null); // Somebody may still tell the page of news while it goes.
        load?.Cancel();
        load?.Dispose();
    }

    private static async Task EndAsync(CancellationTokenSource? load)
    {
        if (load is null) return;
        await load.CancelAsync(); // Others may run here meanwhile; they have their own load to end.
        load.Dispose();
    }
}
