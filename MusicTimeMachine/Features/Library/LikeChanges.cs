using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Library;

/// <summary>
/// Remembers, within the transaction of a change, what Spotify must know of it: an unlike always, so that older news from
/// there do not overturn it, and either where the person wants it written there and the track has an id there.
/// </summary>
internal static class LikeChanges
{
    /// <summary>The person has liked a track here, or likes it no more.</summary>
    public static async Task SayAsync(MusicContext context, Guid userId, long trackId, bool liked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await context.LikeChanges.Where(change => change.UserId == userId && change.TrackId == trackId).ExecuteDeleteAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into like_changes (user_id, track_id, liked, changed_at, unwritten)
             select {userId}, id, {liked}, {now}, writes
             from tracks cross join lateral (
                 select tracks.spotify_id is not null and exists (
                     select from spotify_accounts where user_id = {userId} and writes_likes_since is not null) as writes) as wanted
             where id = {trackId} and (writes or not {liked})
             """, cancellationToken);
    }

    /// <summary>The person takes an unlike back. What was not written yet has never happened; what was, is written the other way round.</summary>
    public static async Task TakeBackAsync(MusicContext context, Guid userId, long trackId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var said = await context.LikeChanges.Where(change => change.UserId == userId && change.TrackId == trackId)
            .Select(change => (bool?)change.Unwritten).SingleOrDefaultAsync(cancellationToken);
        var like = await context.LikedTracks.Where(like => like.UserId == userId && like.TrackId == trackId)
            .Select(like => new { like.OnSpotifySince }).SingleAsync(cancellationToken);
        if (like.OnSpotifySince is not null && said is true)
        {
            await context.LikeChanges.Where(change => change.UserId == userId && change.TrackId == trackId).ExecuteDeleteAsync(cancellationToken);
            return;
        }

        await SayAsync(context, userId, trackId, liked: true, now, cancellationToken);
        if (await context.LikeChanges.AnyAsync(change => change.UserId == userId && change.TrackId == trackId, cancellationToken))
        {
            await context.LikedTracks.Where(like => like.UserId == userId && like.TrackId == trackId)
                .ExecuteUpdateAsync(like => like.SetProperty(changed => changed.OnSpotifySince, (DateTimeOffset?)null), cancellationToken);
        }
    }
}
