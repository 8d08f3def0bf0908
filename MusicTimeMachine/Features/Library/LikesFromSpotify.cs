using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Library;

/// <summary>What Spotify's list of liked songs changes here, within the caller's transaction. What was said last holds, wherever it was said.</summary>
internal static class LikesFromSpotify
{
    /// <summary>These tracks are liked there, since these times.</summary>
    /// <returns>How many of them were not known to be.</returns>
    public static async Task<int> KeepAsync(MusicContext context, Guid userId, long[] tracks, DateTimeOffset[] since, CancellationToken cancellationToken)
    {
        // What waits to be written as liked is liked there now, and what was liked there again after it was taken back here is liked.
        await context.Database.ExecuteSqlAsync(
            $"""
             delete from like_changes c using unnest({tracks}, {since}) as told (track_id, since)
             where c.user_id = {userId} and c.track_id = told.track_id and (c.liked or c.changed_at < told.since)
             """, cancellationToken);
        var unliked = await context.Database.ExecuteSqlAsync(
            $"""
             update like_changes c set on_spotify_since = told.since from unnest({tracks}, {since}) as told (track_id, since)
             where c.user_id = {userId} and c.track_id = told.track_id and c.on_spotify_since is distinct from told.since
             """, cancellationToken);
        return unliked + await context.Database.ExecuteSqlAsync(
            $"""
             insert into liked_tracks as known (user_id, track_id, liked_at, from_spotify, on_spotify_since)
             select {userId}, told.track_id, told.since, true, told.since
             from unnest({tracks}, {since}) as told (track_id, since)
             where not exists (select from like_changes c where c.user_id = {userId} and c.track_id = told.track_id)
             order by told.track_id
             on conflict (user_id, track_id) do update set on_spotify_since = excluded.on_spotify_since, left_spotify_at = null
             where known.on_spotify_since is distinct from excluded.on_spotify_since
             """, cancellationToken);
    }

    /// <summary>How many tracks are known to be liked there, also of those that are not liked here any more.</summary>
    public static async Task<int> CountAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) => (await context.Database.SqlQuery<int>(
        $"""
         select ((select count(*) from liked_tracks where user_id = {userId} and on_spotify_since is not null)
             + (select count(*) from like_changes where user_id = {userId} and on_spotify_since is not null))::int as "Value"
         """).ToListAsync(cancellationToken))[0];

    /// <summary>
    /// A list was read to its end. What is gone from it goes where it came from there; a like that was made here, or that has
    /// a note, stays and is marked.
    /// </summary>
    /// <param name="context">The caller's context.</param>
    /// <param name="userId">Whose likes.</param>
    /// <param name="gone">What is gone, by the word of Spotify for each.</param>
    /// <param name="began">When reading it began: what was said since then holds.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RemoveAsync(MusicContext context, Guid userId, long[] gone, DateTimeOffset began, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await context.LikedTracks
            .Where(like => like.UserId == userId && gone.Contains(like.TrackId) && like.OnSpotifySince < began && like.FromSpotify && like.Notes == null)
            .ExecuteDeleteAsync(cancellationToken);
        await context.LikedTracks
            .Where(like => like.UserId == userId && gone.Contains(like.TrackId) && like.OnSpotifySince < began)
            .ExecuteUpdateAsync(like => like.SetProperty(l => l.OnSpotifySince, (DateTimeOffset?)null).SetProperty(l => l.LeftSpotifyAt, now), cancellationToken);
        // What is not liked there any more cannot come back from there by itself; what is still to be written stays until it is.
        var unliked = context.LikeChanges.Where(change => change.UserId == userId && gone.Contains(change.TrackId) && !change.Liked && change.ChangedAt < began);
        await unliked.Where(change => !change.Unwritten).ExecuteDeleteAsync(cancellationToken);
        await unliked.ExecuteUpdateAsync(change => change.SetProperty(c => c.OnSpotifySince, (DateTimeOffset?)null), cancellationToken);
    }
}
