using System.Net;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Playlists;

/// <summary>What Spotify calls a playlist, as it is kept: no longer than there is room, and with no character that PostgreSQL refuses.</summary>
internal static class SpotifyPlaylistWords
{
    private const int MaxOwner = 256;
    private const int MaxSnapshot = 200;

    /// <summary>Follows name, description and owner.</summary>
    public static void Name(Playlist playlist, SpotifyPlaylist told)
    {
        playlist.Name = Kept(told.Name, Playlist.MaxName) ?? "Untitled playlist";
        // Descriptions come as HTML: "Rock &amp; roll".
        playlist.Description = Kept(WebUtility.HtmlDecode(told.Description), Playlist.MaxDescription);
        playlist.SpotifyOwner = Kept(told.Owner?.DisplayName ?? told.Owner?.Id, MaxOwner);
    }

    /// <summary>The snapshot id; null where there is none that could be compared.</summary>
    public static string? Snapshot(SpotifyPlaylist told) => told.SnapshotId is { Length: > 0 and <= MaxSnapshot } id ? id : null;

    private static string? Kept(string? text, int most)
    {
        var clean = (text ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        if (clean.Length > most) clean = clean[..(char.IsHighSurrogate(clean[most - 1]) ? most - 1 : most)];
        return clean.Length == 0 ? null : clean;
    }
}
