namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>Finds what a test damages in the bytes of a zip.</summary>
internal static class ZipBytes
{
    /// <summary>Begins what stands before an entry's content: flags at 6, compression at 8.</summary>
    public static ReadOnlySpan<byte> LocalHeader => "PK\x03\x04"u8;

    /// <summary>Begins an entry's line in the table of contents: flags at 8, compression at 10, packed length at 20, length at 24.</summary>
    public static ReadOnlySpan<byte> DirectoryHeader => "PK\x01\x02"u8;

    /// <summary>Where the bytes stand for the n-th time, from 0.</summary>
    public static int Find(byte[] bytes, ReadOnlySpan<byte> what, int nth)
    {
        var at = -1;
        for (var i = 0; i <= nth; i++)
            at += 1 + bytes.AsSpan(at + 1).IndexOf(what);
        return at;
    }
}
