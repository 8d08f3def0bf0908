using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Searching;

/// <summary>What the tracks that are shown are called and how they look.</summary>
internal static class SearchNames
{
    /// <summary>Hits for tracks of the person's library, in the same order.</summary>
    public static async Task<IReadOnlyList<SearchHit>> ReadAsync(
        MusicContext context, Guid userId, long[] tracks, double[] scores, CancellationToken cancellationToken)
    {
        if (tracks.Length == 0) return [];
        return await context.Database.SqlQuery<SearchHit>(
            $"""
             select t.id, t.name, t.display_artist as artist, t.album_name as album, t.image_url as image, u.plays, best.score
             from unnest({tracks}, {scores}) with ordinality as best (track_id, score, place)
             join user_tracks u on u.user_id = {userId} and u.track_id = best.track_id
             join tracks t on t.id = u.track_id
             order by best.place
             """).ToListAsync(cancellationToken);
    }
}
