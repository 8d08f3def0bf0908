using System.Text.Json;

namespace MusicTimeMachine.Features.Importing.Json;

/// <summary>
/// Tells a damaged file from one that merely ends too early, and finds the way out: where a quote or a bracket is lost,
/// the rows that follow look like a part of the one before.
/// </summary>
internal static class Damage
{
    /// <summary>Whether rows may lie hidden in an element, which may be incomplete: it is no valid JSON, or a list of its own.</summary>
    public static bool IsIn(ReadOnlySpan<byte> element)
    {
        var reader = new Utf8JsonReader(element, isFinalBlock: false, new JsonReaderState());
        try
        {
            while (reader.Read())
            {
            }
            return element[0] == '[';
        }
        catch (JsonException)
        {
            return true;
        }
    }

    /// <summary>Where the next row begins behind the first byte: at a brace that a quote follows and that is no field's value.</summary>
    /// <returns>The place; -1 when there is none.</returns>
    public static int FindRow(ReadOnlySpan<byte> bytes)
    {
        for (var at = 1; at < bytes.Length && bytes[at..].IndexOf((byte)'{') is >= 0 and var next; at++)
        {
            at += next;
            if (bytes[..at].TrimEnd(" \t\r\n"u8) is not [.., (byte)':'] && bytes[(at + 1)..].TrimStart(" \t\r\n"u8) is [(byte)'"', ..])
                return at;
        }
        return -1;
    }
}
