using System.Text;
using MusicTimeMachine.Features.Importing.Archives;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// A file of an import: either a problem, or a format and its rows. The rows can be read once, until the next file is
/// asked for.
/// </summary>
public sealed class HistoryFile
{
    private readonly HeadStream? _content;

    private HistoryFile(int ordinal, string name, long? length) => (Ordinal, Name, Length) = (ordinal, name, length);

    internal HistoryFile(int ordinal, string name, string problem)
        : this(ordinal, name, length: null) => Problem = problem;

    internal HistoryFile(int ordinal, ArchiveEntry entry, IHistoryFormat format, HeadStream content)
        : this(ordinal, entry.Name, entry.Length) => (Format, _content, BaseName) = (format, content, entry.BaseName);

    /// <summary>
    /// The file's place in the import, from 0, rising with gaps: files that are no history have a place too. The same
    /// paths with the same contents give the same places.
    /// </summary>
    public int Ordinal { get; }

    /// <summary>The name for people, with the zip or folder that it lies in: <c>my_spotify_data.zip/…/endsong_0.json</c>.</summary>
    public string Name { get; }

    /// <summary>The unpacked length in bytes, when known; of a file in a zip, what the zip claims.</summary>
    public long? Length { get; }

    /// <summary>How many bytes have been read so far; may be asked from any thread.</summary>
    public long BytesRead => _content?.BytesRead ?? 0;

    /// <summary>Why the file cannot be read, as a sentence; null when it has a <see cref="Format"/>.</summary>
    public string? Problem { get; }

    /// <summary>The file's format; null when it has a <see cref="Problem"/>.</summary>
    public IHistoryFormat? Format { get; }

    private string BaseName { get; } = "";

    /// <summary>
    /// Reads the file to its end, if that is not done yet, and tells files apart: two with the same hash hold the same
    /// bytes under the same base name, and so the same rows.
    /// </summary>
    /// <returns>32 bytes; null when the file cannot be read to its end.</returns>
    public ValueTask<byte[]?> HashAsync(CancellationToken cancellationToken) =>
        _content?.HashAsync(Encoding.UTF8.GetBytes(BaseName), cancellationToken) ?? ValueTask.FromResult<byte[]?>(null);

    /// <summary>
    /// Reads the rows in order; their numbers are the same each time. Damage within the file becomes its last row's error.
    /// </summary>
    /// <exception cref="InvalidOperationException">The file has a problem instead of rows.</exception>
    public IAsyncEnumerable<ImportRow> ReadRowsAsync(CancellationToken cancellationToken) =>
        Format is not null && _content is not null
            ? Format.ReadAsync(BaseName, _content.AsUtf8(), cancellationToken)
            : throw new InvalidOperationException(Problem);
}
