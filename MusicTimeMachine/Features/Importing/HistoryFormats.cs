using MusicTimeMachine.Features.Importing.Formats;

namespace MusicTimeMachine.Features.Importing;

/// <summary>The formats that can be read, in the order in which they are tried.</summary>
/// <param name="clock">Says which times lie in the future.</param>
public sealed class HistoryFormats(TimeProvider clock)
{
    /// <summary>All formats.</summary>
    public IReadOnlyList<IHistoryFormat> All { get; } = [new SpotifyExtendedFormat(clock), new SpotifyAccountFormat(clock)];

    /// <summary>The format of a file; null when it is none of these.</summary>
    /// <param name="fileName">The base name, without folders.</param>
    /// <param name="head">The file's beginning, its first 64 KiB, in UTF-8 and without a byte order mark.</param>
    public IHistoryFormat? Recognise(string fileName, ReadOnlySpan<byte> head)
    {
        foreach (var format in All)
        {
            if (format.Recognises(fileName, head))
                return format;
        }
        return null;
    }
}
