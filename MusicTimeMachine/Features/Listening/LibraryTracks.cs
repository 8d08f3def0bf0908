using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening;

/// <summary>What holds a track in a person's library: a report of a play, be it deleted or hidden, a like, or a place in a snapshot or a playlist.</summary>
internal static class LibraryTracks
{
    /// <summary>Makes tracks part of the library; those that are in it already stay as they are. Within the caller's transaction.</summary>
    public static Task<int> JoinAsync(MusicContext context, Guid userId, long[] tracks, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             insert into user_tracks (user_id, track_id, plays, ms_played, search)
             select {userId}, t.id, 0, 0, t.search from tracks t where t.id = any ({tracks}) order by t.id
             on conflict do nothing
             """, cancellationToken);

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
