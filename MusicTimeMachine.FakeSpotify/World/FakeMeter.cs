namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>Counts an app's calls in a rolling window.</summary>
internal sealed class FakeMeter
{
    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _calls = [];

    /// <summary>Counts a call, unless there were as many in the window already.</summary>
    /// <returns>How long to wait for room; null when the call is counted.</returns>
    public TimeSpan? Count(DateTimeOffset now, int? perWindow, TimeSpan window)
    {
        lock (_gate)
        {
            _calls.RemoveAll(call => now - call >= TimeSpan.FromDays(1));
            var recent = _calls.Where(call => now - call < window).ToList();
            if (perWindow <= recent.Count) return perWindow == 0 ? window : recent[^perWindow.Value] + window - now;
            return null;
        }
    }

    public void Add(DateTimeOffset now)
    {
        lock (_gate) _calls.Add(now);
    }
}
