namespace MusicTimeMachine.Hosting;

/// <summary>Where everything that the app keeps on disk lives: the embedded database, uploads, keys.</summary>
public static class DataDirectory
{
    private const string Name = "music-time-machine";

    /// <summary>
    /// The absolute path of the data directory; it is not created here. In this order: what the setting
    /// <c>DataDirectory</c> says, <c>/var/lib/music-time-machine</c> for root (the account that the database runs as
    /// must be able to reach it, and <c>/root</c> is closed to it), the per-user folder of the platform:
    /// <c>~/.local/share</c>, <c>~/Library/Application Support</c> or <c>%LocalAppData%</c>.
    /// </summary>
    /// <param name="configured">The setting's value; null and white space mean that it is not set.</param>
    /// <exception cref="InvalidOperationException">The user has no home and nothing is configured.</exception>
    public static string Resolve(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return Path.GetFullPath(configured);
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            return $"/var/lib/{Name}";

        var perUser = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return perUser.Length > 0
            ? Path.Combine(perUser, Name)
            : throw new InvalidOperationException("This user has no home directory. Set DataDirectory to a directory that it may write to.");
    }
}
