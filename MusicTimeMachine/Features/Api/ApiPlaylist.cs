using MusicTimeMachine.Features.Playlists;

namespace MusicTimeMachine.Features.Api;

/// <summary>A playlist.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What is said of it.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="SpotifyId">The playlist at Spotify; null when it is not there.</param>
/// <param name="Tracks">How many tracks its last version has.</param>
/// <param name="Versions">How many versions there are.</param>
/// <param name="ChangedAt">Since when the last version holds.</param>
/// <param name="GoneAt">When it was found to be gone from Spotify; null when it is not.</param>
internal sealed record ApiPlaylist(
    long Id, string Name, string? Description, PlaylistKind Kind, string? SpotifyId, int Tracks, int Versions, DateTimeOffset ChangedAt, DateTimeOffset? GoneAt)
{
    public static ApiPlaylist Of(PlaylistSummary playlist) => new(
        playlist.Id, playlist.Name, playlist.Description, playlist.Kind, playlist.SpotifyId, playlist.Tracks, playlist.Versions, playlist.ChangedAt, playlist.GoneAt);
}

/// <summary>A version of a playlist.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="CreatedAt">Since when it holds.</param>
/// <param name="Why">Why there is this version.</param>
/// <param name="Tracks">How many tracks it has.</param>
internal sealed record ApiPlaylistVersion(int Number, DateTimeOffset CreatedAt, string? Why, int Tracks)
{
    public static ApiPlaylistVersion Of(PlaylistVersionRow version) => new(version.Number, version.CreatedAt, version.Why, version.Tracks);
}

/// <summary>A track in a version of a playlist.</summary>
/// <param name="Position">Its place, from 0.</param>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
/// <param name="Reason">Why it is here; null when it was put here by hand.</param>
/// <param name="AddedAt">When it was put there, if Spotify tells.</param>
internal sealed record ApiPlaylistTrack(int Position, long Id, string Name, string Artist, string? Reason, DateTimeOffset? AddedAt)
{
    public static ApiPlaylistTrack Of(PlaylistEntry entry) => new(entry.Position, entry.TrackId, entry.Name, entry.Artist, entry.Reason, entry.AddedAt);
}
