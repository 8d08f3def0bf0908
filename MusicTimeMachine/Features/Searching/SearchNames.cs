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
        var named = (await context.Database.SqlQuery<Named>(
            $"""
             select t.id, t.name, t.display_artist as artist, t.album_name as album, t.image_url as image, u.plays
             from user_tracks u join tracks t on t.id = u.track_id
             where u.user_id = {userId} and u.track_id = any ({tracks})
             """).ToListAsync(cancellationToken)).ToDictionary(track => track.Id);
        return
        [
            .. tracks.Zip(scores).Where(best => named.ContainsKey(best.First)).Select(best => (Track: named[best.First], Score: best.Second))
                .Select(best => new SearchHit(best.Track.Id, best.Track.Name, best.Track.Artist, best.Track.Album, best.Track.Image, best.Track.Plays, best.Score)),
        ];
    }

    private sealed record Named(long Id, string Name, string Artist, string? Album, string? Image, int Plays);
}
