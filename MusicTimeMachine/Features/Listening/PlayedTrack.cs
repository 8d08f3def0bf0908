namespace MusicTimeMachine.Features.Listening;

/// <summary>A track as lists show it.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
/// <param name="Album">The album's title, when known.</param>
/// <param name="SpotifyId">The Spotify id, when known.</param>
public sealed record PlayedTrack(long Id, string Name, string Artist, string? Album, string? SpotifyId)
{
    /// <summary>The catalogue's number of the first artist.</summary>
    public long ArtistId { get; init; }

    /// <summary>The catalogue's number of the album, when known.</summary>
    public long? AlbumId { get; init; }

    /// <summary>The album's artist, when the album is known: with the album's title it makes the drawn cover.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The address of a cover, when known.</summary>
    public string? Image { get; init; }
}
