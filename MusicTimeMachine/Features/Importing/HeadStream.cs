using System.Buffers;
using System.Security.Cryptography;
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

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
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

    /// <summary>Reads what was not given out yet, and hashes the whole file.</summary>
    /// <returns>The SHA-256 of all bytes and of <paramref name="suffix"/> behind them; null when the file cannot be read to its end.</returns>
    public async ValueTask<byte[]?> HashAsync(ReadOnlyMemory<byte> suffix, CancellationToken cancellationToken)
    {
        var rest = ArrayPool<byte>.Shared.Rent(HeadSize);
        try
        {
            while (await ReadAsync(rest, cancellationToken) > 0)
            {
                // Reading is hashing.
            }

            _hash.AppendData(suffix.Span);
            return _hash.GetHashAndReset();
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rest);
        }
    }

    public override int Read(Span<byte> buffer) =>
        TryTakeHead(buffer, out var count) ? count : Given(buffer[..content.Read(buffer)]);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (TryTakeHead(buffer.Span, out var count)) return count;
        count = await content.ReadAsync(buffer, cancellationToken);
        return Given(buffer.Span[..count]);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            _hash.Dispose();
        }

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
        return Given(buffer[..count]) > 0;
    }

    private int Given(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        Interlocked.Add(ref _read, bytes.Length);
        return bytes.Length;
    }
}
