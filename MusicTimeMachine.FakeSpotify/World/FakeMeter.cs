namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>Counts an app's calls in a rolling window.</summary>
internal sealed class FakeMeter
{
    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _calls = [];

    /// <summary>How long there is no room for another call; null when there is.</summary>
    /// <param name="now">What time it is.</param>
    /// <param name="perWindow">Most calls in a window; null for no limit.</param>
    /// <param name="window">How long a window is; a day at most.</param>
    public TimeSpan? Full(DateTimeOffset now, int? perWindow, TimeSpan window)
    {
        lock (_gate)
        {
            _calls.RemoveAll(call => now - call >= TimeSpan.FromDays(1));
            var recent = _calls.Where(call => now - call < window).ToList();
            if (perWindow <= recent.Count) return perWindow == 0 ? window : recent[^perWindow.Value] + window - now;
            return null;
        }
    }

    /// <summary>Counts a call.</summary>
    public void Add(DateTimeOffset now)
    {
        lock (_gate) _calls.Add(now);
    }
}
