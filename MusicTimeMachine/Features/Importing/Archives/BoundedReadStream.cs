namespace MusicTimeMachine.Features.Importing.Archives;

/// <summary>
/// A file of which only so much may be read: a zip's table of contents is held in memory, so its real size is bounded
/// before the number of entries that it claims can be known.
/// </summary>
internal sealed class BoundedReadStream(FileStream file, long bytes) : Stream
{
    private long _left = bytes;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    /// <summary>Lifts the bound.</summary>
    public void Release() => _left = long.MaxValue;

    public override int Read(Span<byte> buffer) => Count(file.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await file.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        if (_left != long.MaxValue && (_left -= read) < 0)
            throw new UnreadableFileException("its table of contents is larger than that of any history.");
        return read;
    }
}
