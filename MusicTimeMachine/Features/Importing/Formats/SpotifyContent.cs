using MusicTimeMachine.Features.Importing.Json;

namespace MusicTimeMachine.Features.Importing.Formats;

/// <summary>Which of Spotify's histories a file is by the names of its fields, whatever the file is called.</summary>
internal enum SpotifyContent
{
    /// <summary>The beginning shows neither.</summary>
    Undecided,

    /// <summary>Rows with <c>ts</c> and <c>ms_played</c>.</summary>
    Extended,

    /// <summary>Rows with <c>endTime</c> and <c>msPlayed</c>.</summary>
    Account,
}

/// <summary>Looks into the first rows of a file.</summary>
internal static class SpotifyContents
{
    /// <summary>Tells the content by the first row that is one; bad rows before it do not hide it.</summary>
    /// <param name="head">The file's first bytes, which may break off anywhere.</param>
    public static SpotifyContent Of(ReadOnlySpan<byte> head)
    {
        head = head.TrimStart(" \t\r\n"u8);
        if (head.IsEmpty || head[0] != '[')
            return SpotifyContent.Undecided;
        for (var rest = Next(head[1..]); !rest.IsEmpty && rest[0] != ']';)
        {
            var complete = new ElementScanner().TryFindEnd(rest, out var length);
            if (rest[0] == '{' && OfRow(rest[..length], complete) is var content and not SpotifyContent.Undecided)
                return content;
            rest = Next(rest[length..]);
        }
        return SpotifyContent.Undecided;
    }

    private static ReadOnlySpan<byte> Next(ReadOnlySpan<byte> rest) => rest.TrimStart(" \t\r\n,"u8);

    private static SpotifyContent OfRow(ReadOnlySpan<byte> bytes, bool complete)
    {
        var (ts, extendedMs, endTime, accountMs) = (false, false, false, false);
        var row = new RowReader(bytes, complete);
        while (row.NextField())
        {
            ts |= row.Name.SequenceEqual("ts"u8);
            extendedMs |= row.Name.SequenceEqual("ms_played"u8);
            endTime |= row.Name.SequenceEqual("endTime"u8);
            accountMs |= row.Name.SequenceEqual("msPlayed"u8);
        }
        return ts && extendedMs ? SpotifyContent.Extended
            : endTime && accountMs ? SpotifyContent.Account
            : SpotifyContent.Undecided;
    }
}
