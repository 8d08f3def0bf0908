namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>How an answer goes wrong.</summary>
public enum FaultKind
{
    /// <summary>429, with <c>Retry-After</c> or without it.</summary>
    RateLimited,

    /// <summary>429 with the reason QUOTA_EXCEEDED.</summary>
    Quota,

    /// <summary>A 5xx status.</summary>
    ServerError,

    /// <summary>The right answer, late.</summary>
    Slow,

    /// <summary>JSON that breaks off, with a status of success.</summary>
    Truncated,

    /// <summary>A page for people where JSON should be.</summary>
    WrongContentType,

    /// <summary>The connection ends without an answer.</summary>
    Dropped,
}

/// <summary>What goes wrong with one call.</summary>
/// <param name="Kind">How.</param>
/// <param name="RetryAfter">What <c>Retry-After</c> says; null to say nothing.</param>
/// <param name="Status">The status of a server error.</param>
/// <param name="Delay">How late a slow answer is.</param>
/// <param name="Path">Only calls whose path contains this; empty for all.</param>
/// <param name="Until">What a slow answer waits for; null for the delay alone.</param>
public sealed record FakeFault(FaultKind Kind, TimeSpan? RetryAfter = null, int Status = 503, TimeSpan Delay = default, string Path = "", Task? Until = null);

/// <summary>What goes wrong with the next calls, each once, in order.</summary>
public sealed class FakeFaults
{
    private readonly Lock _gate = new();
    private readonly List<FakeFault> _coming = [];

    /// <summary>Lets a call go wrong, after those that were added before.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">With how many calls.</param>
    public void Add(FakeFault fault, int times = 1)
    {
        lock (_gate) _coming.AddRange(Enumerable.Repeat(fault, times));
    }

    /// <summary>Takes back what has not happened yet.</summary>
    public void Clear()
    {
        lock (_gate) _coming.Clear();
    }

    internal FakeFault? Take(string path)
    {
        lock (_gate)
        {
            var index = _coming.FindIndex(fault => path.Contains(fault.Path, StringComparison.Ordinal));
            if (index < 0) return null;
            var fault = _coming[index];
            _coming.RemoveAt(index);
            return fault;
        }
    }
}
