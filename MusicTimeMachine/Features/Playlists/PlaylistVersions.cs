using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Playlists;

/// <summary>Adds versions to playlists, within the caller's transaction.</summary>
internal static class PlaylistVersions
{
    /// <summary>Adds a version where the content differs from the last one's.</summary>
    /// <returns>The new version's number; null when nothing differs.</returns>
    public static async Task<int?> AddAsync(MusicContext context, Playlist playlist, PlaylistContent content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await context.PlaylistVersions.Where(version => version.PlaylistId == playlist.Id).OrderByDescending(version => version.Number)
            .Select(version => new { version.Id, version.Number }).FirstOrDefaultAsync(cancellationToken);
        var before = last is null ? [] : await context.PlaylistTracks.Where(track => track.VersionId == last.Id).OrderBy(track => track.Position)
            .Select(track => track.TrackId).ToListAsync(cancellationToken);
        if (last is not null && before.SequenceEqual(content.Tracks)) return null;

        var version = new PlaylistVersion
        {
            UserId = playlist.UserId,
            PlaylistId = playlist.Id,
            Number = (last?.Number ?? 0) + 1,
            CreatedAt = now,
            Why = last is null ? "As it was at Spotify when it was first read." : Change(before, content.Tracks),
            SnapshotId = playlist.SnapshotId,
            Repeats = content.Repeats,
            NoTracks = content.NoTracks,
            Lost = content.Lost,
        };
        context.PlaylistVersions.Add(version);
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into playlist_version_tracks (version_id, position, user_id, track_id, added_at)
             select {version.Id}, place - 1, {playlist.UserId}, track_id, added_at
             from unnest({content.Tracks}, {content.AddedAt}) with ordinality as content (track_id, added_at, place)
             """, cancellationToken);
        return version.Number;
    }

    /// <summary>"Changed at Spotify: 2 added, 1 removed."</summary>
    private static string Change(List<long> before, long[] after)
    {
        var (added, removed) = (after.Except(before).Count(), before.Except(after).Count());
        return (added, removed) switch
        {
            (0, 0) => "Changed at Spotify: another order.",
            (_, 0) => $"Changed at Spotify: {added} added.",
            (0, _) => $"Changed at Spotify: {removed} removed.",
            _ => $"Changed at Spotify: {added} added, {removed} removed.",
        };
    }
}
