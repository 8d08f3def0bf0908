using MusicTimeMachine.Features.Importing.Archives;

namespace MusicTimeMachine.Features.Importing;

/// <summary>A file, a zip or a folder that a person gave.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">What the person calls it, when the file lies under another name, as uploads do; null for its own.</param>
public sealed record HistoryPath(string Path, string? Name = null)
{
    /// <summary>The name for people, without folders.</summary>
    public string DisplayName =>
        ArchiveEntry.Shown(NameOf(Name ?? System.IO.Path.GetFullPath(Path)) is { Length: > 0 } name ? name : Path);

    // A browser on another system may send its own separators.
    private static string NameOf(string path)
    {
        path = path.TrimEnd('/', '\\');
        return path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
    }
}
