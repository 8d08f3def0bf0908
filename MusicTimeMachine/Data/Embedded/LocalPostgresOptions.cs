namespace MusicTimeMachine.Data.Embedded;

/// <summary>What <see cref="LocalPostgres.StartAsync"/> needs to know.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>A server that somebody else runs: used as it is, nothing is started. Null or empty: start our own.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The app's data directory; the cluster lives in its folder <c>postgres</c>. Made when it is missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The folder that holds <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>. Null or empty: search for it.</summary>
    public string? BinDirectory { get; init; }

    /// <summary>
    /// Listen on 127.0.0.1 with a password instead of a Unix socket. Always so on Windows, whose Unix sockets know
    /// no file modes.
    /// </summary>
    public bool Loopback { get; init; } = OperatingSystem.IsWindows();

    /// <summary>
    /// Whether a commit survives a power failure. Off only for throw-away clusters: it makes them several times
    /// quicker, and a crash of the machine may leave them unreadable.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>How many connections the server accepts, all processes together.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>The folders to search instead of the usual ones; for tests.</summary>
    internal IReadOnlyList<string>? Places { get; init; }
}
