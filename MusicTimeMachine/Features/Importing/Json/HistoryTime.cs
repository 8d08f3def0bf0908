using System.Buffers.Text;

namespace MusicTimeMachine.Features.Importing.Json;

/// <summary>
/// Reads the times of history files: <c>2025-09-09T22:20:30Z</c>, the same with a fraction or an offset, with a blank
/// instead of the T and <c>UTC</c> instead of the Z, or to the minute. Without a zone it is UTC.
/// </summary>
internal static class HistoryTime
{
    private static readonly long Latest = DateTime.MaxValue.Ticks;

    /// <summary>Reads a time, to the whole second below.</summary>
    /// <returns>Whether the bytes are a time and nothing else.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        text = text.Trim(" "u8);
        if (!TryDigits(ref text, 4, out var year) || !TryByte(ref text, (byte)'-')
            || !TryDigits(ref text, 2, out var month) || !TryByte(ref text, (byte)'-')
            || !TryDigits(ref text, 2, out var day)
            || !(TryByte(ref text, (byte)'T') || TryByte(ref text, (byte)'t') || TryByte(ref text, (byte)' '))
            || !TryDigits(ref text, 2, out var hour) || !TryByte(ref text, (byte)':')
            || !TryDigits(ref text, 2, out var minute))
            return false;
        var second = 0;
        if (TryByte(ref text, (byte)':'))
        {
            if (!TryDigits(ref text, 2, out second) || !TryFraction(ref text))
                return false;
        }
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59 || !TryOffset(text, out var offset))
            return false;
        var local = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks;
        var utc = local - offset.Ticks;
        if (utc < 0 || utc > Latest)
            return false;
        time = new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> text)
    {
        if (!TryByte(ref text, (byte)'.'))
            return true;
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length : digits;
        text = text[digits..];
        return digits > 0;
    }

    // "", "Z", "UTC", "+02", "+0200", "-02:00"
    private static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        text = text.TrimStart(" "u8);
        if (text.IsEmpty || text.SequenceEqual("Z"u8) || text.SequenceEqual("z"u8) || text.SequenceEqual("UTC"u8))
            return true;
        var sign = text[0] == '-' ? -1 : 1;
        var minutes = 0;
        if (!TryByte(ref text, (byte)'+') && !TryByte(ref text, (byte)'-') || !TryDigits(ref text, 2, out var hours))
            return false;
        TryByte(ref text, (byte)':');
        if (!text.IsEmpty && !TryDigits(ref text, 2, out minutes))
            return false;
        offset = sign * new TimeSpan(hours, minutes, 0);
        return text.IsEmpty && hours <= 14 && minutes <= 59;
    }

    private static bool TryDigits(ref ReadOnlySpan<byte> text, int count, out int value)
    {
        value = 0;
        if (text.Length < count || text[..count].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return false;
        _ = Utf8Parser.TryParse(text[..count], out value, out _);
        text = text[count..];
        return true;
    }

    private static bool TryByte(ref ReadOnlySpan<byte> text, byte expected)
    {
        if (text.IsEmpty || text[0] != expected)
            return false;
        text = text[1..];
        return true;
    }
}
