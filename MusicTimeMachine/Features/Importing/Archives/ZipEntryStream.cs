using System.IO.Compression;

namespace MusicTimeMachine.Features.Importing.Archives;

/// <summary>
/// Unpacks one entry of a zip and watches over it: what it unpacks to stays within the limits, and at the end its
/// length and checksum fit. Otherwise it throws <see cref="UnreadableFileException"/>, after the good bytes.
/// </summary>
internal sealed class ZipEntryStream(Stream inflating, ZipArchiveEntry entry, ArchiveLimits limits, InflatedBudget budget) : ForwardStream
{
    // Damage costs what was unpacked in the same step, so the steps are small.
    private const int Step = 4096;
    private const string Damaged = "the zip is damaged at this point. Download it again.";

    private readonly long _most = Math.Max(limits.RatioFreeBytes, limits.Ratio * entry.CompressedLength);
    private Crc32 _checksum = new();
    private long _unpacked;

    public override int Read(Span<byte> buffer)
    {
        var step = buffer[..Math.Min(buffer.Length, Step)];
        try
        {
            return Check(step, inflating.Read(step));
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new UnreadableFileException(Damaged, e);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var step = buffer[..Math.Min(buffer.Length, Step)];
        try
        {
            var count = await inflating.ReadAsync(step, cancellationToken);
            return Check(step.Span, count);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new UnreadableFileException(Damaged, e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inflating.Dispose();
        base.Dispose(disposing);
    }

    private int Check(ReadOnlySpan<byte> buffer, int count)
    {
        if (count == 0 && !buffer.IsEmpty)
        {
            if (_unpacked != entry.Length)
                throw new UnreadableFileException("the zip breaks off at this point. Download it again.");
            if (_checksum.Value != entry.Crc32)
                throw new UnreadableFileException("its checksum does not fit, so the zip is damaged. Download it again.");
            return 0;
        }
        _checksum.Append(buffer[..count]);
        _unpacked += count;
        if (_unpacked > _most || !budget.TryTake(count))
            throw new UnreadableFileException("it unpacks to far more than a listening history does (a “zip bomb”).");
        return count;
    }
}
