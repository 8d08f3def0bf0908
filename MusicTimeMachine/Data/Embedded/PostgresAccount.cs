namespace MusicTimeMachine.Data.Embedded;

/// <summary>
/// The operating system's account that the server runs as: our own, save that PostgreSQL refuses to run as root. Then
/// it is <c>postgres</c> where that account exists, else <c>nobody</c>.
/// </summary>
internal sealed class PostgresAccount
{
    private static readonly string[] Candidates = ["postgres", "nobody"];
    private readonly string[] _prefix;

    private PostgresAccount(string name, string owner, string[] prefix) => (Name, Owner, _prefix) = (name, owner, prefix);

    /// <summary>The account's name, for messages.</summary>
    public string Name { get; }

    /// <summary>Whether the server runs as somebody else than this process does.</summary>
    public bool DropsRoot => _prefix.Length > 0;

    /// <summary>For chown: <c>101:104</c>.</summary>
    private string Owner { get; }

    /// <exception cref="LocalPostgresException">Root cannot become anybody else here.</exception>
    public static async Task<PostgresAccount> FindAsync(CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new(Environment.UserName, "", []);

        // postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash
        var accounts = (await File.ReadAllLinesAsync("/etc/passwd", ct)).Select(line => line.Split(':')).ToList();
        foreach (var name in Candidates)
        {
            if (accounts.Find(a => a[0] == name && a.Length > 3) is not [_, _, var uid, var gid, ..])
                continue;
            foreach (var prefix in WaysToDropRoot(name, uid, gid))
            {
                if ((await ExternalProgram.RunAsync([.. prefix, "true"], "/", ct)).Succeeded)
                    return new(name, $"{uid}:{gid}", prefix);
            }
        }

        throw new LocalPostgresException(
            "PostgreSQL does not run as root, and neither setpriv, runuser nor su could switch to the account postgres or nobody. " +
            "Start the app as an ordinary user, or set ConnectionStrings:MusicTimeMachine to a server that is already running.");
    }

    /// <summary>What stands in front of a command to run it as another account, the most direct way first.</summary>
    internal static IEnumerable<string[]> WaysToDropRoot(string name, string uid, string gid) =>
    [
        ["setpriv", $"--reuid={uid}", $"--regid={gid}", "--clear-groups", "--"],
        ["runuser", "-u", name, "--"],
        ["su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", name],
    ];

    /// <summary>Runs a program as this account.</summary>
    public Task<ProgramResult> RunAsync(IReadOnlyList<string> command, string workingDirectory, CancellationToken ct) =>
        ExternalProgram.RunAsync([.. _prefix, .. command], workingDirectory, ct);

    /// <summary>Gives a file or a folder with all that is in it to this account; nothing to do when we are it.</summary>
    public async Task OwnAsync(string path, CancellationToken ct)
    {
        if (!DropsRoot)
            return;
        // -h: a link's target may be anybody's.
        var given = await ExternalProgram.RunAsync(["chown", "-R", "-h", Owner, path], "/", ct);
        if (!given.Succeeded)
            throw new LocalPostgresException($"{path} cannot be given to the account {Name}, which PostgreSQL runs as: {given.Output}");
    }

    /// <summary>Whether this account can enter a folder, or run a program.</summary>
    public async Task<bool> ReachesAsync(string path, CancellationToken ct) =>
        !DropsRoot || (await RunAsync(["test", "-x", path], "/", ct)).Succeeded;
}
