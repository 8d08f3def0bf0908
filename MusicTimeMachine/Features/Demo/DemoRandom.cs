using System.Numerics;

namespace MusicTimeMachine.Features.Demo;

/// <summary>
/// Random numbers that are the same on every machine and in every version of .NET: xoshiro256**, seeded by SplitMix64
/// (Blackman and Vigna, https://prng.di.unimi.it). Everything that is drawn uses only the four operations and the
/// square root, which IEEE 754 defines to the last bit; a sine or a logarithm would differ between platforms.
/// </summary>
internal sealed class DemoRandom
{
    private static readonly double Sqrt3 = Math.Sqrt(3);

    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <param name="seed">The library's seed.</param>
    /// <param name="stream">A number for each purpose, so that one purpose's draws do not move another's.</param>
    public DemoRandom(ulong seed, ulong stream)
    {
        var state = seed ^ (stream * 0xD1B54A32D192ED03);
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Even over 0 (inclusive) to 1 (exclusive).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Even over 0 to <paramref name="bound"/> − 1.</summary>
    public int Next(int bound) => (int)Math.BigMul(NextBits(), (ulong)bound, out _);

    /// <summary>Even over both ends and what lies between.</summary>
    public int Between(int low, int high) => low + Next(high - low + 1);

    /// <summary>Even over <paramref name="low"/> to <paramref name="high"/>.</summary>
    public double Between(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>True in <paramref name="probability"/> of the draws.</summary>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>Nearly normal, mean 0 and deviation 1, never beyond ±3.5: the sum of four even numbers.</summary>
    public double Normal()
    {
        var bits = NextBits();
        var sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        return ((sum / 65536.0) - 2) * Sqrt3;
    }

    /// <summary>One of the items, all equally likely.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>An index, each as likely as its weight says.</summary>
    public int Choose(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
            sum += weight;

        var rest = NextDouble() * sum;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            rest -= weights[i];
            if (rest < 0)
                return i;
        }

        return weights.Length - 1;
    }

    /// <summary>Puts the items into a random order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Next(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
