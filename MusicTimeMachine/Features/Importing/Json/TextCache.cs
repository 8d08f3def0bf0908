using System.Buffers.Binary;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Importing.Json;

/// <summary>
/// Remembers the texts made lately by their bytes in the file, so that an artist who comes a thousand times is one
/// string. A table of fixed size; a newer text takes an older one's place.
/// </summary>
/// <param name="longest">Texts are cut to as many UTF-16 units, at a whole character.</param>
internal sealed class TextCache(int longest)
{
    private const int Size = 4096;
    private const int LongestKey = 200;

    private readonly (byte[] Key, string? Text)[] _entries = new (byte[], string?)[Size];

    /// <summary>Finds the text of these bytes.</summary>
    /// <param name="raw">The bytes as they stand in the file, escapes included.</param>
    /// <param name="text">The text; null when it is blank.</param>
    public bool TryGet(ReadOnlySpan<byte> raw, out string? text)
    {
        ref var entry = ref _entries[Slot(raw)];
        text = entry.Text;
        return entry.Key is not null && raw.SequenceEqual(entry.Key);
    }

    /// <summary>Cleans a text as it is stored, and remembers it: without NUL, which PostgreSQL refuses, trimmed, not too long.</summary>
    /// <returns>The clean text; null when nothing is left.</returns>
    public string? Add(ReadOnlySpan<byte> raw, string decoded)
    {
        var text = NameText.Clean(decoded, longest);
        if (raw.Length <= LongestKey)
            _entries[Slot(raw)] = (raw.ToArray(), text);
        return text;
    }

    // The two ends and the length tell names apart well enough; a clash costs one decoding.
    private static int Slot(ReadOnlySpan<byte> raw)
    {
        ulong first, last;
        if (raw.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(raw);
            last = BinaryPrimitives.ReadUInt64LittleEndian(raw[^sizeof(ulong)..]);
        }
        else
        {
            first = last = 0;
            foreach (var value in raw)
                first = (first << 8) | value;
        }
        var mixed = ((first * 0x9E3779B97F4A7C15) ^ ulong.RotateLeft(last * 0xC2B2AE3D27D4EB4F, 31)) + (ulong)raw.Length;
        return (int)((mixed * 0x9E3779B97F4A7C15) >> 52);
    }
}
