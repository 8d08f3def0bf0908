using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Playlists;
using MusicTimeMachine.Tests.Features.Searching;

namespace MusicTimeMachine.Tests.Features.Playlists;

/// <summary>Playlists that are written row by row.</summary>
internal static class InventedPlaylists
{
    public static readonly DateTimeOffset Begun = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A person's playlist with these versions, a month apart.</summary>
    public static async Task<long> AddAsync(MusicContext context, Guid user, string name, params long[][] versions)
    {
        var playlist = new Playlist { UserId = user, Kind = PlaylistKind.Spotify, SpotifyId = "sp" + Guid.NewGuid().ToString("N"), SpotifyOwner = "Robin", Name = name, CreatedAt = Begun };
        context.Playlists.Add(playlist);
        await context.SaveChangesAsync(Stop);
        for (var number = 1; number <= versions.Length; number++)
        {
            var version = new PlaylistVersion { UserId = user, PlaylistId = playlist.Id, Number = number, CreatedAt = Begun.AddMonths(number - 1), Why = $"Change {number}." };
            context.PlaylistVersions.Add(version);
            await context.SaveChangesAsync(Stop);
            context.PlaylistTracks.AddRange(versions[number - 1].Select((track, place) => new PlaylistTrack { VersionId = version.Id, Position = place, UserId = user, TrackId = track }));
        }

        await context.SaveChangesAsync(Stop);
        return playlist.Id;
    }

    /// <summary>A person with so many tracks, "Song 0" and on.</summary>
    public static async Task<(Guid User, long[] Tracks)> AddTracksAsync(this SearchLibrary library, int count)
    {
        var user = (await library.Database.AddUserAsync()).Id;
        List<long> tracks = [];
        for (var number = 0; number < count; number++) tracks.Add(await library.AddTrackAsync(user, new SearchTrack($"Song {number}")));
        return (user, [.. tracks]);
    }
}
