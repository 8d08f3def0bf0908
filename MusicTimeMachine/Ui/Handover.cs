using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace MusicTimeMachine.Ui;

/// <summary>
/// What pages have loaded while they were prerendered, for the circuits that start a moment later. It stays in the server's
/// memory, and the browser carries a key alone: the data of a page can be larger than what a circuit takes from a browser,
/// and would go over the network twice more. Where a key is not known any more, the page loads again.
/// </summary>
public sealed class Handover(TimeProvider clock)
{
    /// <summary>Bytes of a key: as hard to guess as a session's.</summary>
    internal const int KeyLength = 16;

    /// <summary>The most pages that are on their way at a time; of more, the oldest load twice.</summary>
    internal const int MostPages = 256;

    /// <summary>The script of a page that is opened starts sooner; one in the background later, which then loads again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, object> _kept = new();
    private readonly ConcurrentQueue<(Guid Key, long At)> _order = new();

    /// <summary>Keeps a value.</summary>
    /// <param name="value">What the page has loaded.</param>
    /// <param name="key">Receives the key, of <see cref="KeyLength"/> bytes.</param>
    internal void Keep(object value, Span<byte> key)
    {
        RandomNumberGenerator.Fill(key);
        _kept[new Guid(key)] = value;
        _order.Enqueue((new Guid(key), clock.GetTimestamp()));
        while (_order.TryPeek(out var oldest) && (_kept.Count > MostPages || clock.GetElapsedTime(oldest.At) > Patience))
        {
            if (_order.TryDequeue(out var old)) _kept.TryRemove(old.Key, out _);
        }
    }

    /// <summary>Hands a value over, once.</summary>
    internal bool TryTake<T>(ReadOnlySpan<byte> key, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (key.Length != KeyLength || !_kept.TryGetValue(new Guid(key), out var kept) || kept is not T found) return false;
        _kept.TryRemove(new Guid(key), out _);
        value = found;
        return true;
    }
}
