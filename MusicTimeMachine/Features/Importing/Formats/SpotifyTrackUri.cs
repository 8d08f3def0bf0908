using System.Buffers;

namespace MusicTimeMachine.Features.Importing.Formats;

/// <summary>
/// Finds the id in the names that Spotify gives a track: the URI, and the link that its applications share.
/// <code>
/// spotify:track:6Ss0kUAaOEzrmEh8ckCGgI
/// https://open.spotify.com/track/6Ss0kUAaOEzrmEh8ckCGgI?si=0123456789abcdef
/// https://open.spotify.com/intl-de/track/6Ss0kUAaOEzrmEh8ckCGgI
/// </code>
/// </summary>
internal static class SpotifyTrackUri
{
    private const int IdLength = 22;
    private static readonly SearchValues<byte> Base62 =
        SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    /// <summary>The 22 characters of the id; empty when it is no name of a track.</summary>
    public static ReadOnlySpan<byte> IdOf(ReadOnlySpan<byte> uri)
    {
        var id = uri.StartsWith("spotify:track:"u8) ? uri["spotify:track:"u8.Length..] : InLink(uri);
        return id.Length == IdLength && !id.ContainsAnyExcept(Base62) ? id : default;
    }

    private static ReadOnlySpan<byte> InLink(ReadOnlySpan<byte> link)
    {
        if (!TryTake(ref link, "https://open.spotify.com/"u8) && !TryTake(ref link, "http://open.spotify.com/"u8))
            return default;
        // The language of the visitor's pages.
        if (link.StartsWith("intl-"u8))
            link = link[(link.IndexOf((byte)'/') + 1)..];
        if (!TryTake(ref link, "track/"u8))
            return default;
        var end = link.IndexOfAny("?#/"u8);
        return end < 0 ? link : link[..end];
    }

    private static bool TryTake(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> beginning)
    {
        if (!text.StartsWith(beginning))
            return false;
        text = text[beginning.Length..];
        return true;
    }
}
