using System.Globalization;

namespace MusicTimeMachine.Data.Embedded;

/// <summary>Looks for a PostgreSQL installation on this machine. It never downloads one.</summary>
internal static class PostgresSearch
{
    /// <summary>The oldest server that the app's SQL runs on.</summary>
    public const int OldestMajor = 15;

    /// <summary>
    /// The best installation: of the major version that made the cluster, where there is one already, otherwise the
    /// first new enough in the order of <see cref="Places"/>.
    /// </summary>
    /// <param name="options">The configured folder, or the places to search.</param>
    /// <param name="clusterMajor">The content of the cluster's PG_VERSION; null before it is made.</param>
    /// <param name="dataDirectory">Named in the message when the versions do not fit.</param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="LocalPostgresException">There is none; the message names the ways out.</exception>
    public static async Task<PostgresBinaries> FindAsync(
        LocalPostgresOptions options, int? clusterMajor, string dataDirectory, CancellationToken ct)
    {
        var others = new List<PostgresBinaries>();
        await foreach (var found in InstalledAsync(options, ct))
        {
            if (found.Major == clusterMajor || (clusterMajor is null && found.Major >= OldestMajor))
                return found;
            others.Add(found);
        }

        throw new LocalPostgresException(clusterMajor is { } major
            ? WrongVersion(major, dataDirectory, others)
            : NothingFound(others));
    }

    /// <summary>The usual folders, most wanted first.</summary>
    internal static IEnumerable<string> Places() =>
    [
        .. Versions("/usr/lib/postgresql", "*", "bin"),
        .. Versions("/usr", "pgsql-*", "bin"),
        .. Versions("/opt/homebrew/opt", "postgresql@*", "bin"),
        .. Versions("/usr/local/opt", "postgresql@*", "bin"),
        .. Versions("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
        .. Versions(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL/*", "bin"),
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Unpacked(),
    ];

    /// <summary>The folders that match, the highest version number first: 17 before 16 before 9.6.</summary>
    internal static IEnumerable<string> Versions(string parent, string pattern, string child)
    {
        var folder = Path.Combine(parent, Path.GetDirectoryName(pattern) ?? "");
        return parent.Length == 0 || !Directory.Exists(folder)
            ? []
            : Directory.GetDirectories(folder, Path.GetFileName(pattern))
                .OrderByDescending(path => Number(Path.GetFileName(path)))
                .Select(path => Path.Combine(path, child));

        static double Number(string name) =>
            double.TryParse(name.Split('-', '@')[^1], CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>What <c>scripts/get-postgres.sh</c> unpacked, in <c>.local</c> beside the app or above it.</summary>
    private static IEnumerable<string> Unpacked()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, ".local", "postgresql", "bin");
    }

    private static async IAsyncEnumerable<PostgresBinaries> InstalledAsync(
        LocalPostgresOptions options, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(options.BinDirectory))
        {
            // Who names a folder means that one: another would be a surprise.
            yield return await PostgresBinaries.InAsync(options.BinDirectory, ct) ?? throw new LocalPostgresException(
                $"Database:BinariesDirectory names {options.BinDirectory}, which does not hold programs postgres, initdb and pg_ctl that run here. " +
                "Name the bin folder of a PostgreSQL installation, or leave the setting empty to have one searched for.");
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in options.Places ?? Places())
        {
            if (await PostgresBinaries.InAsync(place, ct) is { } found && seen.Add(found.Directory))
                yield return found;
        }
    }

    private static string NothingFound(List<PostgresBinaries> tooOld) =>
        $"Music Time Machine keeps its data in PostgreSQL, and no PostgreSQL {OldestMajor} or newer was found on this machine{List(" (only ", tooOld, ")")}. " +
        "Any one of these helps: install it (on Debian and Ubuntu: apt-get install postgresql); " +
        "or run scripts/get-postgres.sh, which unpacks a copy for this app alone and needs no administrator; " +
        "or set Database:BinariesDirectory to the folder that holds postgres, initdb and pg_ctl; " +
        "or set ConnectionStrings:MusicTimeMachine to the connection string of a server that is already running.";

    private static string WrongVersion(int major, string dataDirectory, List<PostgresBinaries> others) =>
        $"The database in {dataDirectory} was made by PostgreSQL {major}, which only PostgreSQL {major} can read, and {List("there is only ", others, "", "none was found")}. " +
        $"Install PostgreSQL {major}, or set Database:BinariesDirectory to the folder of its programs, or choose another DataDirectory to begin anew.";

    private static string List(string before, List<PostgresBinaries> found, string after, string none = "") =>
        found.Count == 0
            ? none
            : before + string.Join(", ", found.Select(f => $"{f.Version} in {f.Directory}")) + after;
}
