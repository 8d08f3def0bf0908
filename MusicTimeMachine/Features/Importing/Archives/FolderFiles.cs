namespace MusicTimeMachine.Features.Importing.Archives;

/// <summary>Lists the files of a folder and of the folders in it, in natural order.</summary>
/// <param name="name">The folder's name for people.</param>
/// <param name="limits">How many files it may hold.</param>
internal sealed class FolderFiles(string name, ArchiveLimits limits)
{
    private readonly List<(string Path, string Name)> _files = [];
    private readonly List<(string Name, string Problem)> _problems = [];
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    /// <summary>The folders that could not be read, with a sentence each.</summary>
    public IReadOnlyList<(string Name, string Problem)> Problems => _problems;

    /// <summary>Lists the files with their names for people.</summary>
    public IReadOnlyList<(string Path, string Name)> List(string path)
    {
        Visit(new DirectoryInfo(path), name);
        _files.Sort((x, y) => NaturalOrder.Instance.Compare(x.Name, y.Name));
        if (_files.Count > limits.Entries)
        {
            _files.Clear();
            _problems.Add((name, $"{name} holds more than {limits.Entries:N0} files, and no history does: give the folder of the export itself."));
        }
        return _files;
    }

    private void Visit(DirectoryInfo folder, string folderName)
    {
        try
        {
            var real = folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
            if (!_visited.Add(Path.TrimEndingDirectorySeparator(real)))
            {
                _problems.Add((folderName, $"{folderName} is a link to a folder that was read already: it was not followed."));
                return;
            }
            foreach (var item in new DirectoryInfo(real).EnumerateFileSystemInfos())
            {
                if (_files.Count > limits.Entries)
                    return;
                var itemName = $"{folderName}/{ArchiveEntry.Shown(item.Name)}";
                if (ArchiveEntry.IsLitter(item.Name))
                    continue;
                if (item is DirectoryInfo inner)
                    Visit(inner, itemName);
                else
                    _files.Add((item.FullName, itemName));
            }
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            _problems.Add((folderName, FileProblem.Say(folderName, e)));
        }
    }
}
