namespace MusicTimeMachine.Features.Importing.Archives;

/// <summary>Files of the disk as the import reads them: from front to back, and never blocking who still writes them.</summary>
internal static class DiskFile
{
    /// <summary>Opens a file for reading.</summary>
    public static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = 0,
    });
}
