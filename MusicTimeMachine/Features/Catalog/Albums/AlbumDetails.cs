namespace MusicTimeMachine.Features.Catalog.Albums;

/// <summary>An album of a person's library. The numbers are of its own tracks, as in the tops: what was heard of a song on another album counts there.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The title.</param>
/// <param name="ArtistId">The catalogue's number of the album's artist.</param>
/// <param name="Artist">The album's artist.</param>
/// <param name="Tracks">Its tracks in the library, heard or not.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="MsPlayed">Time listened, in milliseconds.</param>
/// <param name="FirstPlayedAt">The first counted play, UTC: the discovery; null when there is none.</param>
/// <param name="LastPlayedAt">The last counted play, UTC; null when there is none.</param>
public sealed record AlbumDetails(
    long Id, string Name, long ArtistId, string Artist, int Tracks, int Plays, long MsPlayed, DateTimeOffset? FirstPlayedAt, DateTimeOffset? LastPlayedAt)
{
    /// <summary>When it came out, to the precision of <see cref="ReleaseDatePrecision"/>; when known.</summary>
    public DateOnly? ReleaseDate { get; init; }

    /// <summary>How much of <see cref="ReleaseDate"/> is known.</summary>
    public ReleaseDatePrecision? ReleaseDatePrecision { get; init; }

    /// <summary>The address of a cover, when known.</summary>
    public string? Image { get; init; }

    /// <summary>The Spotify id, when known.</summary>
    public string? SpotifyId { get; init; }
}
