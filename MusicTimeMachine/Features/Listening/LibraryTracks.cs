using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening;

/// <summary>What holds a track in a person's library: a report of a play, be it deleted or hidden, a like, or a place in a snapshot or a playlist.</summary>
internal static class LibraryTracks
{
    /// <summary>Takes those tracks out of the library that nothing holds in it any more. Within the caller's transaction, after plays went and the totals followed.</summary>
    public static Task<int> LeaveAsync(MusicContext context, Guid userId, long[] tracks, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             delete from user_tracks u where u.user_id = {userId} and u.track_id = any ({tracks}) and u.plays = 0
               and not exists (select from plays p where p.user_id = u.user_id and p.track_id = u.track_id)
               and not exists (select from liked_tracks l where l.user_id = u.user_id and l.track_id = u.track_id)
               and not exists (select from snapshots s where s.user_id = u.user_id and s.track_id = u.track_id)
               and not exists (select from playlist_version_tracks v where v.user_id = u.user_id and v.track_id = u.track_id)
             """, cancellationToken);
}
