using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace MusicTimeMachine.Features.Importing.Archives;

/// <summary>Lists the files of one zip in natural order. Nothing is unpacked to the disk or held in memory.</summary>
/// <param name="path">The zip.</param>
/// <param name="name">Its name for people.</param>
/// <param name="limits">What it may hold.</param>
internal sealed class ZipEntries(string path, string name, ArchiveLimits limits)
{
    private const int DirectoryBytesPerEntry = 512;
    private const int LeastDirectoryBytes = 1 << 20;

    private readonly InflatedBudget _budget = new(limits.InflatedBytes);

    /// <summary>Whether a file begins as a zip does, with an entry or with the end of an empty table of contents.</summary>
    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    /// <summary>Lists the entries; each can be opened until the next one is asked for.</summary>
    public async IAsyncEnumerable<ArchiveEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (zip, problem) = await OpenAsync(cancellationToken);
        if (zip is null)
        {
            yield return ArchiveEntry.Unreadable(name, problem!);
            yield break;
        }
        await using var opened = zip;
        var entries = zip.Entries.Select(entry => (Entry: entry, Path: ArchiveEntry.Shown(entry.FullName.Replace('\\', '/'))))
            .Where(item => !item.Path.EndsWith('/') && !ArchiveEntry.IsLitter(item.Path))
            .OrderBy(item => item.Path, NaturalOrder.Instance)
            .ToList();
        if (entries.Exists(item => item.Entry.IsEncrypted))
            yield return ArchiveEntry.Unreadable(name, $"{name} is protected by a password: unpack it first and give the files that come out.");
        foreach (var (entry, inner) in entries.Where(item => !item.Entry.IsEncrypted))
            yield return EntryOf(entry, inner);
    }

    private ArchiveEntry EntryOf(ZipArchiveEntry entry, string inner)
    {
        var full = $"{name}/{inner}";
        if (LeadsOut(inner))
            return ArchiveEntry.Unreadable(full, $"{full} is refused: its name leads out of the zip.");
        if (inner.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return ArchiveEntry.Unreadable(full, $"{full} is a zip inside a zip: unpack the outer one and give the inner one.");
        return new ArchiveEntry(full, entry.Length, Problem: null, token => InflateAsync(entry, token));
    }

    private async ValueTask<Stream> InflateAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return new ZipEntryStream(await entry.OpenAsync(cancellationToken), entry, limits, _budget);
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableFileException("it is damaged, or packed in an unusual way. Download the zip again, or unpack it and give the files that come out.", e);
        }
    }

    private async Task<(ZipArchive? Zip, string? Problem)> OpenAsync(CancellationToken cancellationToken)
    {
        BoundedReadStream? stream = null;
        try
        {
            stream = new BoundedReadStream(DiskFile.Open(path), Math.Max(LeastDirectoryBytes, (long)limits.Entries * DirectoryBytesPerEntry));
            var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancellationToken);
            var count = zip.Entries.Count;
            stream.Release();
            if (count <= limits.Entries)
                return (zip, null);
            await zip.DisposeAsync();
            return (null, $"{name} holds {count:N0} files, and no history has more than {limits.Entries:N0}.");
        }
        catch (InvalidDataException)
        {
            stream?.Dispose();
            return (null, $"{name} is no zip that can be read: it is damaged or incomplete. Download it again.");
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            stream?.Dispose();
            return (null, FileProblem.Say(name, e));
        }
    }

    private static bool LeadsOut(string inner) =>
        inner.StartsWith('/') || inner is [_, ':', ..] || inner.Split('/').Contains("..");
}
