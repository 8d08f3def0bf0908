namespace MusicTimeMachine.Spotify.Models;

/// <summary>A track. Popularity and markets are not told any more.</summary>
/// <param name="Id">22 characters; null for a file of the person's own.</param>
/// <param name="Name">Its title.</param>
/// <param name="Album">The album.</param>
/// <param name="Artists">Who plays, the main one first.</param>
/// <param name="DurationMs">Its length, in milliseconds.</param>
/// <param name="Explicit">Whether its words are.</param>
/// <param name="ExternalIds">Ids of others.</param>
/// <param name="IsLocal">Whether it is a file of the person's own.</param>
/// <param name="Type">"track", or "episode" among the items of a playlist.</param>
/// <param name="Uri">Such as "spotify:track:…".</param>
public sealed record SpotifyTrack(
    string? Id, string? Name, SpotifyAlbum? Album, IReadOnlyList<SpotifyArtist>? Artists, long DurationMs, bool Explicit, SpotifyExternalIds? ExternalIds, bool IsLocal, string? Type, string? Uri)
{
    /// <summary>The track that was asked for, when Spotify answered with another one that can be played instead.</summary>
    public SpotifyLinkedTrack? LinkedFrom { get; init; }
}

/// <summary>A track that another one stands for.</summary>
/// <param name="Id">22 characters.</param>
public sealed record SpotifyLinkedTrack(string? Id);

/// <summary>Ids that others gave.</summary>
/// <param name="Isrc">The recording's.</param>
public sealed record SpotifyExternalIds(string? Isrc);

/// <summary>An album.</summary>
/// <param name="Id">22 characters; null for a file of the person's own.</param>
/// <param name="Name">Its title.</param>
/// <param name="Artists">Whose it is.</param>
/// <param name="Images">Its cover, the widest first.</param>
/// <param name="ReleaseDate">Such as "2019", "2019-05" or "2019-05-04".</param>
/// <param name="ReleaseDatePrecision">"year", "month" or "day".</param>
public sealed record SpotifyAlbum(
    string? Id, string? Name, IReadOnlyList<SpotifyArtist>? Artists, IReadOnlyList<SpotifyImage>? Images, string? ReleaseDate, string? ReleaseDatePrecision);

/// <summary>An artist.</summary>
/// <param name="Id">22 characters; null for a file of the person's own.</param>
/// <param name="Name">The name.</param>
/// <param name="Genres">Their genres, which Spotify may stop telling.</param>
/// <param name="Images">Pictures, the widest first.</param>
public sealed record SpotifyArtist(string? Id, string? Name, IReadOnlyList<string>? Genres, IReadOnlyList<SpotifyImage>? Images);

/// <summary>A picture.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Width">In pixels, if told.</param>
/// <param name="Height">In pixels, if told.</param>
public sealed record SpotifyImage(string? Url, int? Width, int? Height);
