namespace MusicTimeMachine.Spotify.Models;

/// <summary>A playlist.</summary>
/// <param name="Id">22 characters; null where Spotify tells nothing of it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What is said of it.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="SnapshotId">Another after each edit.</param>
/// <param name="Uri">Such as "spotify:playlist:…".</param>
public sealed record SpotifyPlaylist(string Id, string? Name, string? Description, SpotifyOwner? Owner, string? SnapshotId, string? Uri)
{
    /// <summary>Where its content is; null for who may not read that, since they neither own the playlist nor work on it with others.</summary>
    public SpotifyPlaylistContent? Items { get; init; }
}

/// <summary>Where the content of a playlist is.</summary>
/// <param name="Total">How many places it has; null where Spotify does not say.</param>
public sealed record SpotifyPlaylistContent(int? Total);

/// <summary>Whose a playlist is.</summary>
/// <param name="Id">The id of <see cref="SpotifyProfile"/>, not the account's.</param>
/// <param name="DisplayName">The name that is shown.</param>
public sealed record SpotifyOwner(string? Id, string? DisplayName);

/// <summary>A place in a playlist.</summary>
/// <param name="AddedAt">When it was put there, if told.</param>
/// <param name="IsLocal">Whether it is a file of the person's own.</param>
/// <param name="Item">What is there; null when it is gone.</param>
public sealed record SpotifyPlaylistItem(DateTimeOffset? AddedAt, bool IsLocal, SpotifyTrack? Item);

/// <summary>A playlist to be made.</summary>
internal sealed record NewPlaylist(string Name, string Description, bool Public);

/// <summary>Tracks to be written.</summary>
internal sealed record PlaylistUris(IReadOnlyList<string> Uris);

/// <summary>What comes back from writing.</summary>
internal sealed record PlaylistWritten(string? SnapshotId);
