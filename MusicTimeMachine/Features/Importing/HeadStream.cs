using System.Text;
using MusicTimeMachine.Features.Importing.Archives;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// A file whose beginning is read ahead, so that its format can be recognised, and then given out again from the first
/// byte. An error met while reading ahead comes when the reading arrives there.
/// </summary>
internal sealed class HeadStream(Stream content) : ForwardStream
{
    private const int HeadSize = 64 << 10;

    private byte[] _head = [];
    private int _headLength;
    private int _given;
    private Exception? _failure;
    private long _read;
    private Encoding? _utf16;

    /// <summary>The file's beginning in UTF-8, a byte order mark removed.</summary>
    public ReadOnlyMemory<byte> Head { get; private set; }

    /// <summary>Whether the beginning is all there is.</summary>
    public bool IsWhole => _headLength < HeadSize && _failure is null;

    /// <summary>How many bytes have been given out.</summary>
    public long BytesRead => Interlocked.Read(ref _read);

    /// <summary>Reads the beginning.</summary>
    /// <returns>What was met when there is not even a beginning; null otherwise.</returns>
    public async ValueTask<Exception?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        _head = new byte[HeadSize];
        try
        {
            int count;
            while (_headLength < HeadSize && (count = await content.ReadAsync(_head.AsMemory(_headLength), cancellationToken)) > 0)
                _headLength += count;
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            _failure = e;
        }
        _utf16 = Utf16Of(_head.AsSpan(0, _headLength));
        Head = HeadInUtf8();
        return _headLength == 0 ? _failure : null;
    }

    /// <summary>
    /// The file from its first byte in UTF-8, which all formats expect. Windows' own tools save it in UTF-16, with a byte
    /// order mark that says so.
    /// </summary>
    public Stream AsUtf8() =>
        _utf16 is null ? this : Encoding.CreateTranscodingStream(this, _utf16, Encoding.UTF8, leaveOpen: true);

    public override int Read(Span<byte> buffer) =>
        TryTakeHead(buffer, out var count) ? count : Count(content.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        TryTakeHead(buffer.Span, out var count) ? count : Count(await content.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            content.Dispose();
        base.Dispose(disposing);
    }

    private static Encoding? Utf16Of(ReadOnlySpan<byte> head) =>
        head.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : head.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : null;

    private ReadOnlyMemory<byte> HeadInUtf8()
    {
        ReadOnlyMemory<byte> head = _utf16 is null ? _head.AsMemory(0, _headLength) : Encoding.Convert(_utf16, Encoding.UTF8, _head, 0, _headLength);
        return head.Span.StartsWith(Encoding.UTF8.Preamble) ? head[Encoding.UTF8.Preamble.Length..] : head;
    }

    private bool TryTakeHead(Span<byte> buffer, out int count)
    {
        count = Math.Min(buffer.Length, _headLength - _given);
        if (count == 0 && !buffer.IsEmpty && _failure is not null)
            throw _failure;
        _head.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        Count(count);
        return count > 0;
    }

    private int Count(int count)
    {
        Interlocked.Add(ref _read, count);
        return count;
    }
}
