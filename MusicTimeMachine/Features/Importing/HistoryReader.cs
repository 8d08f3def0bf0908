using System.Runtime.CompilerServices;
using MusicTimeMachine.Features.Importing.Archives;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// Finds the histories in what a person gives: files, zips and folders. Files that are no history are passed over within a
/// zip or a folder; where nothing is recognised, a sentence says what was expected. Nothing is written to the disk, and a
/// file of any size is read in little memory.
/// </summary>
/// <param name="formats">The formats to recognise.</param>
/// <param name="limits">What a zip or a folder may hold; null for the default.</param>
public sealed class HistoryReader(HistoryFormats formats, ArchiveLimits? limits = null)
{
    private readonly ArchiveReader _archives = new(limits ?? new ArchiveLimits());

    /// <summary>
    /// Finds the files, lazily and in natural order (chunk 2 before chunk 10), whatever the order of the paths. Each file
    /// can be read until the next one is asked for; one that is not read costs only its beginning.
    /// </summary>
    public async IAsyncEnumerable<HistoryFile> ReadAsync(
        IEnumerable<HistoryPath> paths, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ordered = paths.DistinctBy(path => Path.GetFullPath(path.Path))
            .OrderBy(path => path.DisplayName, NaturalOrder.Instance)
            .ThenBy(path => path.Path, StringComparer.Ordinal)
            .ToList();
        var ordinal = -1;
        foreach (var path in ordered)
        {
            var found = false;
            await foreach (var entry in _archives.ReadAsync(path, cancellationToken))
            {
                ordinal++;
                await using var content = entry.Problem is null ? await OpenAsync(entry, cancellationToken) : null;
                if ((FileOf(ordinal, entry, content) ?? EmptyFileOf(ordinal, path, entry, content)) is not { } file)
                    continue;
                found = true;
                yield return file;
            }
            ordinal++;
            if (!found)
                yield return new HistoryFile(ordinal, path.DisplayName, NothingRecognised(path));
        }
    }

    private static async ValueTask<OpenedEntry> OpenAsync(ArchiveEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var content = new HeadStream(await entry.Open(cancellationToken));
            var failure = await content.ReadHeadAsync(cancellationToken);
            return new OpenedEntry(content, failure);
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            return new OpenedEntry(Content: null, e);
        }
    }

    private HistoryFile? FileOf(int ordinal, ArchiveEntry entry, OpenedEntry? opened)
    {
        if ((entry.Problem ?? (opened?.Failure is { } failure ? FileProblem.Say(entry.Name, failure) : null)) is { } problem)
            return new HistoryFile(ordinal, entry.Name, problem);
        return formats.Recognise(entry.BaseName, opened!.Content!.Head.Span) is { } format
            ? new HistoryFile(ordinal, entry, format, opened.Content)
            : null;
    }

    /// <summary>An empty file that was given by itself is told from one of another kind; others hold nothing that is missed.</summary>
    private static HistoryFile? EmptyFileOf(int ordinal, HistoryPath path, ArchiveEntry entry, OpenedEntry? opened)
    {
        if (opened is not { Content: { IsWhole: true, Head: var head } } || entry.Name != path.DisplayName)
            return null;
        return head.Span.Trim(" \t\r\n"u8) switch
        {
            [] => new HistoryFile(ordinal, entry.Name, $"{entry.Name} is empty: there is nothing in it. Download or copy it again."),
            [(byte)'[', .. var inner, (byte)']'] when inner.Trim(" \t\r\n"u8).IsEmpty =>
                new HistoryFile(ordinal, entry.Name, $"{entry.Name} is empty: it is a list without a single play, so there is nothing to import."),
            _ => null,
        };
    }

    private string NothingRecognised(HistoryPath path)
    {
        var readable = string.Join(" or ", formats.All.Select(format => format.Name));
        return Directory.Exists(path.Path) || path.DisplayName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
            ? $"{path.DisplayName} holds no listening history that can be read: expected were files of {readable}, such as Streaming_History_Audio_2024_1.json."
            : $"{path.DisplayName} is no listening history that can be read: expected was a file of {readable}, such as Streaming_History_Audio_2024_1.json, or a zip or folder of them.";
    }

    private sealed record OpenedEntry(HeadStream? Content, Exception? Failure) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Content?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
