namespace MusicTimeMachine.Features.Catalog.Tracks;

/// <summary>A track of a person's library. Its numbers are those of its song, under whatever ids it was heard.</summary>
/// <param name="Id">The catalogue's number of this track.</param>
/// <param name="SongId">The catalogue's number of the song.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="MsPlayed">Time listened, in milliseconds.</param>
/// <param name="FirstPlayedAt">The first counted play, UTC; null when there is none.</param>
/// <param name="LastPlayedAt">The last counted play, UTC; null when there is none.</param>
public sealed record TrackDetails(
    long Id, long SongId, string Name, string Artist, int Plays, long MsPlayed, DateTimeOffset? FirstPlayedAt, DateTimeOffset? LastPlayedAt)
{
    /// <summary>The artists one by one, in the order of the credits.</summary>
    public IReadOnlyList<Credit> Credits { get; init; } = [];

    /// <summary>The album's number in the catalogue, when known.</summary>
    public long? AlbumId { get; init; }

    /// <summary>The album's title, when known.</summary>
    public string? Album { get; init; }

    /// <summary>The album's artist, when the album is known: with the album's title it makes the drawn cover.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The address of a cover, when known.</summary>
    public string? Image { get; init; }

    /// <summary>Length in milliseconds, when known.</summary>
    public int? DurationMs { get; init; }

    /// <summary>When it came out, to the precision of <see cref="ReleaseDatePrecision"/>; when known.</summary>
    public DateOnly? ReleaseDate { get; init; }

    /// <summary>How much of <see cref="ReleaseDate"/> is known.</summary>
    public ReleaseDatePrecision? ReleaseDatePrecision { get; init; }

    /// <summary>The Spotify id, when known.</summary>
    public string? SpotifyId { get; init; }

    /// <summary>How it sounds; what another id of the song tells when nothing is known of this one; null when nothing is known at all.</summary>
    public AudioFeatures? AudioFeatures { get; init; }

    /// <summary>Since when the person likes this track, UTC; null when they do not.</summary>
    public DateTimeOffset? LikedAt { get; init; }

    /// <summary>The note that the person made.</summary>
    public string? Notes { get; init; }

    /// <summary>The song's other tracks in the library, the most played first.</summary>
    public IReadOnlyList<Release> OtherReleases { get; init; } = [];
}
