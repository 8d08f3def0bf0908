using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
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

    /// <summary>The folders that are there.</summary>
    public IReadOnlyList<string> ListFolders() => Directory.Exists(_root) ? Directory.GetDirectories(_root) : [];

    /// <summary>Deletes a folder with its files. What is gone already, or held open, is no error: the latter goes at the next start.</summary>
    public static void DeleteFolder(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // UploadCleanup comes by again.
        }
    }

    /// <summary>Deletes the uploaded files of an import; files that lie where the person keeps them stay.</summary>
    internal static async Task DeleteAsync(MusicContext context, long importId, CancellationToken cancellationToken)
    {
        var paths = await context.Imports.Where(i => i.Id == importId && i.Uploaded).Select(i => i.Paths).SingleOrDefaultAsync(cancellationToken) ?? [];
        foreach (var folder in paths.Select(Path.GetDirectoryName).Distinct(StringComparer.Ordinal).OfType<string>()) DeleteFolder(folder);
    }
}
