namespace MusicTimeMachine.Features.Importing.Archives;

/// <summary>
/// A file found under a given path: something to open, or a problem. It can be opened until the next one is asked for.
/// </summary>
/// <param name="Name">The name for people, with the zip or folder that it lies in: <c>my_spotify_data.zip/…/endsong_0.json</c>.</param>
/// <param name="Length">The unpacked length in bytes, when known; of a zip's entry, what the zip claims.</param>
/// <param name="Problem">What is wrong with it, as a sentence; null when it can be opened.</param>
/// <param name="Open">Opens the file's stream, which can be read once, forwards.</param>
internal sealed record ArchiveEntry(string Name, long? Length, string? Problem, Func<CancellationToken, ValueTask<Stream>> Open)
{
    /// <summary>The name without folders.</summary>
    public string BaseName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>A name fit to be shown and stored: control characters, which a terminal would obey, are replaced.</summary>
    public static string Shown(string name) =>
        name.Any(char.IsControl) ? string.Concat(name.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : name;

    /// <summary>A file that cannot be opened.</summary>
    public static ArchiveEntry Unreadable(string name, string problem) =>
        new(name, Length: null, problem, _ => ValueTask.FromResult(Stream.Null));

    /// <summary>Whether the file is one that operating systems leave behind.</summary>
    /// <param name="path">The path within the zip or folder, with slashes.</param>
    public static bool IsLitter(string path)
    {
        foreach (var segment in path.AsSpan().Split('/'))
        {
            var name = path.AsSpan(segment);
            if (name.Equals("__MACOSX", StringComparison.OrdinalIgnoreCase) || name.StartsWith("._")
                || name.Equals(".DS_Store", StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
