namespace MusicTimeMachine.Features.Demo;

/// <summary>
/// A library that was never listened to: invented artists, albums and tracks, and an invented person's plays of them
/// over six years or more, with tastes that drift, seasons, habits, holidays and obsessions. It shows newcomers what
/// there is to see, and is the large library of the benchmarks.
/// </summary>
public sealed class DemoLibrary
{
    private readonly DemoCatalog _catalog;

    /// <summary>Invents the catalogue; the plays are made when they are asked for.</summary>
    /// <exception cref="ArgumentException">The options have a <see cref="DemoOptions.Problem"/>.</exception>
    public DemoLibrary(DemoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problem is { } problem)
            throw new ArgumentException(problem, nameof(options));
        Options = options;
        _catalog = new DemoCatalog(options);
    }

    /// <summary>What the library was made from.</summary>
    public DemoOptions Options { get; }

    /// <summary>The artists.</summary>
    public IReadOnlyList<DemoArtist> Artists => _catalog.Roster.Artists;

    /// <summary>The releases.</summary>
    public IReadOnlyList<DemoAlbum> Albums => _catalog.Albums;

    /// <summary>The tracks; every one is played at least once.</summary>
    public IReadOnlyList<DemoTrack> Tracks => _catalog.Tracks;

    /// <summary>
    /// All plays in ascending time, none overlapping another, made while they are read: a million need no more memory
    /// than one. Every enumeration gives the same plays.
    /// </summary>
    public IEnumerable<DemoPlay> Plays() => new DemoListener(_catalog, Options).Listen();
}
