namespace MusicTimeMachine.Features.Playlists.Files;

/// <summary>A track in a file.</summary>
/// <param name="Title">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
/// <param name="Album">The album, when known.</param>
/// <param name="DurationMs">Length in milliseconds, when known.</param>
/// <param name="Isrc">The recording's code, when known.</param>
/// <param name="SpotifyId">The Spotify id, when known.</param>
/// <param name="AddedAt">When it was put there, UTC, when known.</param>
/// <param name="Reason">Why it is there, when told.</param>
public sealed record PlaylistFileTrack(string Title, string Artist, string? Album, int? DurationMs, string? Isrc, string? SpotifyId, DateTimeOffset? AddedAt, string? Reason)
{
    /// <summary>Where it is to be heard; null where that is not known.</summary>
    public string? Address => SpotifyId is null ? null : "https://open.spotify.com/track/" + SpotifyId;
}
