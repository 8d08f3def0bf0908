using System.Runtime.CompilerServices;

namespace MusicTimeMachine.Features.Importing.Archives;

/// <summary>
/// Lists the files under a given path, those in zips and folders included, lazily and always in the same order. What
/// cannot be read becomes an entry with a problem, and the rest goes on.
/// </summary>
internal sealed class ArchiveReader(ArchiveLimits limits)
{
    /// <summary>Lists the files; each can be opened until the next one is asked for.</summary>
    public IAsyncEnumerable<ArchiveEntry> ReadAsync(HistoryPath given, CancellationToken cancellationToken) =>
        Directory.Exists(given.Path)
            ? ReadFolderAsync(given, cancellationToken)
            : ReadFileAsync(given.Path, given.DisplayName, cancellationToken);

    private async IAsyncEnumerable<ArchiveEntry> ReadFolderAsync(HistoryPath given, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = new FolderFiles(given.DisplayName, limits);
        var files = folder.List(given.Path);
        foreach (var (name, problem) in folder.Problems)
            yield return ArchiveEntry.Unreadable(name, problem);
        foreach (var (path, name) in files)
        {
            await foreach (var entry in ReadFileAsync(path, name, cancellationToken))
                yield return entry;
        }
    }

    private async IAsyncEnumerable<ArchiveEntry> ReadFileAsync(string path, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await IsZipAsync(path, name, cancellationToken))
        {
            yield return FileOf(path, name);
            yield break;
        }
        await foreach (var entry in new ZipEntries(path, name, limits).ReadAsync(cancellationToken))
            yield return entry;
    }

    private static ArchiveEntry FileOf(string path, string name)
    {
        try
        {
            var file = Target(path);
            if (!file.Exists)
                throw new FileNotFoundException();
            // Pipes and devices have no length, and opening one could wait for ever.
            return file.Length == 0
                ? new ArchiveEntry(name, 0, Problem: null, _ => ValueTask.FromResult(Stream.Null))
                : new ArchiveEntry(name, file.Length, Problem: null, _ => ValueTask.FromResult<Stream>(DiskFile.Open(path)));
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            return ArchiveEntry.Unreadable(name, FileProblem.Say(name, e));
        }
    }

    private static FileInfo Target(string path)
    {
        var file = new FileInfo(path);
        return file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
    }

    // A zip is known by its first bytes, and by its name when these are damaged.
    private static async Task<bool> IsZipAsync(string path, string name, CancellationToken cancellationToken)
    {
        try
        {
            if (Target(path) is not { Exists: true, Length: > 0 })
                return false;
            if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                return true;
            await using var stream = DiskFile.Open(path);
            var head = new byte[4];
            return await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) == 4 && ZipEntries.IsZip(head);
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            return false;
        }
    }
}
