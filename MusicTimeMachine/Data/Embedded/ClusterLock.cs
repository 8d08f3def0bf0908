namespace MusicTimeMachine.Data.Embedded;

/// <summary>
/// Files that the processes of one cluster lock. The operating system lets go of a lock when its process ends, however
/// it ends, so nobody has to clean up after a crash.
/// </summary>
internal static class ClusterLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Holds the file alone; waits for whoever has it.</summary>
    public static async Task<FileStream> AloneAsync(string path, CancellationToken ct)
    {
        FileStream? held;
        while ((held = TryAlone(path)) is null)
            await Task.Delay(Pause, ct);
        return held;
    }

    /// <summary>Holds the file alone, or null when anybody else has it.</summary>
    public static FileStream? TryAlone(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Holds the file together with others.</summary>
    public static FileStream Shared(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
}
