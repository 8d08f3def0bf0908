namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>A person with a Spotify account.</summary>
/// <param name="accountId">The id that never changes; null as in answers before May 2026.</param>
/// <param name="id">The id that owners of playlists are called by.</param>
/// <param name="displayName">The name that is shown; may be null.</param>
public sealed class FakePerson(string? accountId, string id, string? displayName)
{
    private readonly Lock _gate = new();
    private readonly List<FakePlay> _plays = [];

    /// <summary>The id that never changes.</summary>
    public string? AccountId { get; set; } = accountId;

    /// <summary>The id that owners of playlists are called by.</summary>
    public string Id => id;

    /// <summary>The name that is shown.</summary>
    public string? DisplayName => displayName;

    /// <summary>Liked songs, the newest first.</summary>
    public IList<FakeSaved> Saved { get; } = [];

    /// <summary>Ids of songs that the list of liked songs leaves out, as one that changes while it is read does.</summary>
    public ISet<string> Unlisted { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Top tracks by time range ("short_term", "medium_term", "long_term"), the first first.</summary>
    public IDictionary<string, IReadOnlyList<FakeTrack>> Tops { get; } = new Dictionary<string, IReadOnlyList<FakeTrack>>(StringComparer.Ordinal);

    /// <summary>Plays songs whenever time passes; null for a person whose plays a test sets.</summary>
    internal Func<DateTimeOffset, IEnumerable<FakePlay>>? ListensOn { get; set; }

    /// <summary>How long plays are missing from the list at the moment before they are in it.</summary>
    public TimeSpan ListLag { get; set; }

    /// <summary>Reports a play.</summary>
    /// <param name="track">What was played.</param>
    /// <param name="playedAt">When it ended; of some devices, when it began.</param>
    /// <param name="toldAt">When Spotify learns of it: of what was heard offline, later; null for at once.</param>
    /// <param name="context">What it was played from, such as "spotify:playlist:…".</param>
    /// <param name="gone">Whether the track was taken down since, so that the play comes without it.</param>
    public void Play(FakeTrack track, DateTimeOffset playedAt, DateTimeOffset? toldAt = null, string? context = null, bool gone = false)
    {
        lock (_gate) _plays.Add(new FakePlay(track, playedAt) { ToldAt = toldAt ?? playedAt, Context = context, IsGone = gone });
    }

    /// <summary>Whoever listens on by themselves stops, and what they played is forgotten.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            ListensOn = null;
            _plays.Clear();
        }
    }

    /// <summary>The plays that there are to read: the last fifty, the newest first.</summary>
    public IReadOnlyList<FakePlay> RecentlyPlayed(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (ListensOn is not null) _plays.AddRange(ListensOn(now));
            return [.. _plays.Where(play => play.ToldAt <= now - ListLag).OrderByDescending(play => play.PlayedAt).Take(50)];
        }
    }
}

/// <summary>A play.</summary>
/// <param name="Track">What was played.</param>
/// <param name="PlayedAt">When it ended; of some devices, when it began.</param>
public sealed record FakePlay(FakeTrack Track, DateTimeOffset PlayedAt)
{
    /// <summary>When Spotify learned of it.</summary>
    public DateTimeOffset ToldAt { get; init; } = PlayedAt;

    /// <summary>What it was played from, such as "spotify:playlist:…"; null when it is not told.</summary>
    public string? Context { get; init; }

    /// <summary>Whether the track was taken down since.</summary>
    public bool IsGone { get; init; }
}

/// <summary>A liked song.</summary>
/// <param name="Track">The song.</param>
/// <param name="AddedAt">When it was liked.</param>
public sealed record FakeSaved(FakeTrack Track, DateTimeOffset AddedAt);
