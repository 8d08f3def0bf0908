using MusicTimeMachine.Hosting;

namespace MusicTimeMachine.Features.Importing;

/// <summary>Where uploaded files lie until their import is done: a folder each below the data directory.</summary>
public sealed class ImportUploads(IConfiguration configuration)
{
    private readonly string _root = Path.Combine(DataDirectory.Resolve(configuration["DataDirectory"]), "uploads");

    /// <summary>Makes a folder for the files of one import, closed to other accounts.</summary>
    public string CreateFolder()
    {
        var folder = Path.Combine(_root, Guid.NewGuid().ToString("N"));
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    /// <summary>Deletes uploaded files with their folder; what is gone already is no error.</summary>
    public static void Delete(IEnumerable<string> paths)
    {
        foreach (var folder in paths.Select(Path.GetDirectoryName).Distinct(StringComparer.Ordinal).OfType<string>())
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
