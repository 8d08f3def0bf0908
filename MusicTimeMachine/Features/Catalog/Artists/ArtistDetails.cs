namespace MusicTimeMachine.Features.Catalog.Artists;

/// <summary>An artist of a person's library. The numbers are of the tracks on which they are the first artist, as in the tops.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The name.</param>
/// <param name="Songs">Different songs of theirs in the library, heard or not.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="MsPlayed">Time listened, in milliseconds.</param>
/// <param name="FirstPlayedAt">The first counted play, UTC: the discovery; null when there is none.</param>
/// <param name="LastPlayedAt">The last counted play, UTC; null when there is none.</param>
public sealed record ArtistDetails(
    long Id, string Name, int Songs, int Plays, long MsPlayed, DateTimeOffset? FirstPlayedAt, DateTimeOffset? LastPlayedAt)
{
    /// <summary>Genres in lower case, the most fitting first; empty when unknown.</summary>
    public string[] Genres { get; init; } = [];

    /// <summary>The address of a picture, when known.</summary>
    public string? Image { get; init; }

    /// <summary>The Spotify id, when known.</summary>
    public string? SpotifyId { get; init; }
}
