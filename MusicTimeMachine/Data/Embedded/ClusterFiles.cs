using System.Security.Cryptography;
using System.Text;

namespace MusicTimeMachine.Data.Embedded;

/// <summary>Where the parts of a cluster lie: all in the folder <c>postgres</c> of the data directory.</summary>
internal sealed class ClusterFiles
{
    // A Unix socket's address holds 108 bytes on Linux and 104 on macOS, the closing zero among them.
    private const int LongestSocketPath = 103;
    private const string SocketFile = "/.s.PGSQL.5432";

    private ClusterFiles(string dataDirectory)
    {
        DataDirectory = dataDirectory;
        Home = Path.Combine(dataDirectory, "postgres");
    }

    /// <summary>The app's data directory, with links resolved: the server is told apart by this path.</summary>
    public string DataDirectory { get; }

    /// <summary>Everything of the cluster; closed to all but the account that the server runs as.</summary>
    public string Home { get; }

    /// <summary>PostgreSQL's own data directory.</summary>
    public string Data => Path.Combine(Home, "data");

    /// <summary>Copies of programs that the account cannot reach where they are.</summary>
    public string Binaries => Path.Combine(Home, "binaries");

    /// <summary>The password of the cluster's superuser; needed on the loopback address only.</summary>
    public string Password => Path.Combine(Home, "password");

    /// <summary>Held by the process that is just starting or stopping the server.</summary>
    public string Gate => Path.Combine(Home, "gate.lock");

    /// <summary>Held, together, by all the processes that use the server.</summary>
    public string Clients => Path.Combine(Home, "clients.lock");

    /// <summary>The folder of the server's log.</summary>
    public string Log => Path.Combine(Home, "log");

    /// <summary>What the server says before its log is open.</summary>
    public string StartLog => Path.Combine(Log, "start.log");

    /// <summary>
    /// The folder of the Unix socket. A path too long for a socket's address gives way to a short one that is always
    /// the same for this cluster: in /run for root, where only root makes folders, else in /tmp.
    /// </summary>
    public string Sockets
    {
        get
        {
            var own = Path.Combine(Home, "socket");
            if (Encoding.UTF8.GetByteCount(own + SocketFile) <= LongestSocketPath)
                return own;
            var name = "music-time-machine-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Home)))[..16];
            return Path.Combine(Environment.IsPrivilegedProcess && Directory.Exists("/run") ? "/run" : "/tmp", name);
        }
    }

    /// <summary>The major version that made the cluster, or null before it is made.</summary>
    public int? Major =>
        File.Exists(Path.Combine(Data, "PG_VERSION"))
            ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), System.Globalization.CultureInfo.InvariantCulture)
            : null;

    /// <summary>Whether there is a cluster in a data directory already.</summary>
    public static bool ExistIn(string dataDirectory) => new ClusterFiles(dataDirectory).Major is not null;

    /// <summary>Makes the folders that are missing, and lets the account in.</summary>
    /// <exception cref="LocalPostgresException">A folder cannot be made, entered or closed to others.</exception>
    public static async Task<ClusterFiles> PrepareAsync(string dataDirectory, PostgresAccount account, CancellationToken ct)
    {
        // pg_ctl hands the path to a shell.
        if (dataDirectory.AsSpan().IndexOfAny("\"`$\n") >= 0)
            throw new LocalPostgresException($"PostgreSQL cannot live in {dataDirectory}: choose a DataDirectory without quotes, backticks and dollar signs in its path.");
        try
        {
            MakeReachable(Path.GetFullPath(dataDirectory), account.DropsRoot);
            var files = new ClusterFiles(RealPath(Path.GetFullPath(dataDirectory)));
            foreach (var folder in new[] { files.Home, files.Log, files.Sockets })
                await ClosedFolderAsync(folder, account, ct);
            if (!await account.ReachesAsync(files.Home, ct))
                throw new LocalPostgresException(
                    $"PostgreSQL does not run as root but as the account {account.Name}, and this account cannot enter {files.DataDirectory}. " +
                    "Set DataDirectory to a directory that it can reach, for example /var/lib/music-time-machine.");
            return files;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new LocalPostgresException($"PostgreSQL cannot live in {dataDirectory}: {e.Message} Set DataDirectory to a directory that {Environment.UserName} may write to.");
        }
    }

    private static void MakeReachable(string dataDirectory, bool forOthers)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(dataDirectory);
            return;
        }

        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (forOthers)
            mode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var missing = new Stack<string>();
        for (var folder = dataDirectory; !Directory.Exists(folder); folder = Path.GetDirectoryName(folder)!)
            missing.Push(folder);
        foreach (var folder in missing)
        {
            Directory.CreateDirectory(folder, mode);
            // The mask of the process may have taken bits away.
            File.SetUnixFileMode(folder, mode);
        }

        if (forOthers)
            File.SetUnixFileMode(dataDirectory, File.GetUnixFileMode(dataDirectory) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private static async Task ClosedFolderAsync(string folder, PostgresAccount account, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        if (OperatingSystem.IsWindows())
            return;
        // In /tmp anybody may have been here first. Setting the mode fails unless the folder is ours (or we are root).
        if (new DirectoryInfo(folder).LinkTarget is not null)
            throw new IOException($"{folder} is a link.");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (new DirectoryInfo(folder).LinkTarget is not null)
            throw new IOException($"{folder} is a link.");
        await account.OwnAsync(folder, ct);
    }

    private static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            real = new DirectoryInfo(next).ResolveLinkTarget(returnFinalTarget: true)?.FullName is { } target ? RealPath(target) : next;
        }

        return real;
    }
}
