using System.Collections.Concurrent;

namespace MusicTimeMachine.Spotify;

/// <summary>
/// The queue that every call waits in: one after the other for each app, with a gap between them, and none while Spotify
/// wants to be left alone. Who gives up waiting has cost nothing: the next goes when that one would have gone.
/// </summary>
public sealed class SpotifyQueue(SpotifySettings settings, TimeProvider clock)
{
    // Spotify counts by app, so those who brought their own do not wait for the others.
    private readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    /// <summary>Waits until the app may make its next call.</summary>
    public async Task EnterAsync(string clientId, CancellationToken cancellationToken)
    {
        var lane = LaneOf(clientId);
        await lane.Turn.WaitAsync(cancellationToken);
        try
        {
            // Again after each wait: a call that was on its way may have been told to wait longer.
            while (lane.FreeAt - clock.GetUtcNow() is { Ticks: > 0 } wait) await Task.Delay(wait, clock, cancellationToken);
            lane.Hold(clock.GetUtcNow().AddMilliseconds(settings.MinimumGapMilliseconds));
        }
        finally
        {
            lane.Turn.Release();
        }
    }

    /// <summary>Lets the app's next call wait until then.</summary>
    public void Pause(string clientId, DateTimeOffset until) => LaneOf(clientId).Hold(until);

    private Lane LaneOf(string clientId) => _lanes.GetOrAdd(clientId, _ => new Lane());

    private sealed class Lane
    {
        private readonly Lock _gate = new();
        private DateTimeOffset _freeAt = DateTimeOffset.MinValue;

        public SemaphoreSlim Turn { get; } = new(1);

        public DateTimeOffset FreeAt
        {
            get
            {
                lock (_gate) return _freeAt;
            }
        }

        public void Hold(DateTimeOffset until)
        {
            lock (_gate) _freeAt = until > _freeAt ? until : _freeAt;
        }
    }
}
