using System.Threading.Channels;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Ui;

/// <summary>
/// Loads what a page shows again whenever it has changed, not more often than a person can follow. Hints that come
/// meanwhile become one.
/// </summary>
public sealed class LiveReload : IAsyncDisposable
{
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(400);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _disposed = new();
    private readonly IDisposable _subscription;
    private readonly Task _loading;

    /// <summary>Begins to listen.</summary>
    /// <param name="updates">Where the hints come from.</param>
    /// <param name="topic">What the page shows.</param>
    /// <param name="reload">Loads and draws; a component calls <c>InvokeAsync</c> in it. It deals with its own errors.</param>
    /// <param name="pause">The shortest time between the end of one load and the next; 400 ms when not given.</param>
    public LiveReload(LiveUpdates updates, string topic, Func<Task> reload, TimeSpan? pause = null)
    {
        _subscription = updates.Subscribe(topic, () => _changes.Writer.TryWrite(true));
        _loading = LoadAsync(reload, pause ?? Usual);
    }

    /// <summary>Listens no more, and waits until a load that is under way has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        await _disposed.CancelAsync();
        await _loading;
        _disposed.Dispose();
    }

    private async Task LoadAsync(Func<Task> reload, TimeSpan pause)
    {
        try
        {
            await foreach (var _ in _changes.Reader.ReadAllAsync(_disposed.Token))
            {
                await reload();
                await Task.Delay(pause, _disposed.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
        catch (ObjectDisposedException)
        {
            // Its circuit is gone.
        }
    }
}
