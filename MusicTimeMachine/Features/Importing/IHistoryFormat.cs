namespace MusicTimeMachine.Features.Importing;

/// <summary>A format of history files. Formats are tried in order, and the first that recognises a file reads it.</summary>
public interface IHistoryFormat
{
    /// <summary>The format's name for people, such as "Spotify extended streaming history".</summary>
    string Name { get; }

    /// <summary>Tells by the file's base name and first bytes whether it is of this format.</summary>
    /// <param name="fileName">The base name, without folders.</param>
    /// <param name="head">The file's beginning, its first 64 KiB, in UTF-8 and without a byte order mark.</param>
    bool Recognises(string fileName, ReadOnlySpan<byte> head);

    /// <summary>
    /// Reads the file's rows in order, as a stream. A bad row becomes an <see cref="ImportRow"/> with an error and the
    /// reading goes on; where it cannot go on (the file breaks off), the last row says so.
    /// </summary>
    /// <param name="fileName">The base name, without folders.</param>
    /// <param name="content">The file from its beginning, in UTF-8, perhaps with a byte order mark; read once, forwards only.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<ImportRow> ReadAsync(string fileName, Stream content, CancellationToken cancellationToken);
}
