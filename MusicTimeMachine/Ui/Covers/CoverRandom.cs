namespace MusicTimeMachine.Ui.Covers;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): unlike <see cref="Random"/>
/// its sequence is the same in every version of .NET, and so are the covers.
/// </summary>
internal sealed class CoverRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 to <paramref name="end"/>, exclusive.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>.</summary>
    public double Between(double low, double high) => low + ((high - low) * (Next() >> 11) / (1UL << 53));

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of them.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
