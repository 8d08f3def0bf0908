using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Library;

/// <summary>
/// Remembers, within the transaction of a change, what Spotify must know of it: an unlike always, so that older news from
/// there do not overturn it, and either where the person wants it written there and the track has an id there.
/// </summary>
internal static class LikeChanges
{
    /// <summary>The person has liked a track here.</summary>
    public static Task LikeAsync(MusicContext context, Guid userId, long trackId, DateTimeOffset now, CancellationToken cancellationToken) =>
        SayAsync(context, userId, trackId, liked: true, onSpotifySince: null, now, cancellationToken);

    /// <summary>The person likes a track here no more.</summary>
    public static Task UnlikeAsync(MusicContext context, Guid userId, RemovedLike like, DateTimeOffset now, CancellationToken cancellationToken) =>
        SayAsync(context, userId, like.TrackId, liked: false, like.OnSpotifySince, now, cancellationToken);

    /// <summary>
    /// The person takes an unlike back, and the like is there again. An unlike that was not to be written has never happened;
    /// any other is written the other way round, as Spotify may be hearing of it right now.
    /// </summary>
    public static async Task TakeBackAsync(MusicContext context, Guid userId, long trackId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var there = await context.LikeChanges.Where(change => change.UserId == userId && change.TrackId == trackId && !change.Unwritten)
            .Select(change => change.OnSpotifySince).SingleOrDefaultAsync(cancellationToken);
        // It may have been liked there again after it was found to be gone.
        await context.LikedTracks.Where(like => like.UserId == userId && like.TrackId == trackId)
            .ExecuteUpdateAsync(like => like.SetProperty(l => l.OnSpotifySince, there).SetProperty(l => l.LeftSpotifyAt, l => there == null ? l.LeftSpotifyAt : null), cancellationToken);
        if (there is null) await LikeAsync(context, userId, trackId, now, cancellationToken);
        else await context.LikeChanges.Where(change => change.UserId == userId && change.TrackId == trackId).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task SayAsync(
        MusicContext context, Guid userId, long trackId, bool liked, DateTimeOffset? onSpotifySince, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await context.LikeChanges.Where(change => change.UserId == userId && change.TrackId == trackId).ExecuteDeleteAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into like_changes (user_id, track_id, liked, changed_at, on_spotify_since, unwritten, refused)
             select {userId}, id, {liked}, {now}, {onSpotifySince}, writes, false
             from tracks cross join lateral (
                 select tracks.spotify_id is not null and exists (
                     select from spotify_accounts where user_id = {userId} and writes_likes_since is not null) as writes) as wanted
             where id = {trackId} and (writes or not {liked})
             """, cancellationToken);
    }
}
