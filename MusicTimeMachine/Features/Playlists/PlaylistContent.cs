using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Playlists;

/// <summary>What is in a playlist at Spotify, with each track once, and what could not be kept of it.</summary>
/// <param name="Tracks">The catalogue's numbers, in order.</param>
/// <param name="AddedAt">When each was put there, UTC, if told.</param>
/// <param name="Repeats">Places whose track stands further up already.</param>
/// <param name="NoTracks">Files of the person's own, and what is no music.</param>
/// <param name="Lost">Places whose track Spotify does not have any more.</param>
internal sealed record PlaylistContent(long[] Tracks, DateTimeOffset?[] AddedAt, int Repeats, int NoTracks, int Lost)
{
    /// <summary>Sorts the places of a playlist.</summary>
    /// <param name="items">The places, in order.</param>
    /// <param name="ids">The catalogue's numbers by Spotify id.</param>
    public static PlaylistContent Of(IReadOnlyList<SpotifyPlaylistItem> items, IReadOnlyDictionary<string, long> ids)
    {
        List<long> tracks = [];
        List<DateTimeOffset?> addedAt = [];
        HashSet<long> seen = [];
        var (repeats, noTracks, lost) = (0, 0, 0);
        foreach (var item in items)
        {
            if (item.Item is null && !item.IsLocal) lost++;
            else if (item.IsLocal || item.Item?.Id is not { } spotifyId || !ids.TryGetValue(spotifyId, out var id)) noTracks++;
            else if (!seen.Add(id)) repeats++;
            else
            {
                tracks.Add(id);
                addedAt.Add(item.AddedAt?.ToUniversalTime());
            }
        }

        return new PlaylistContent([.. tracks], [.. addedAt], repeats, noTracks, lost);
    }
}
