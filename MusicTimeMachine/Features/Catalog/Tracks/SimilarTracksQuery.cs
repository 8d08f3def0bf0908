using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Home;

namespace MusicTimeMachine.Features.Catalog.Tracks;

/// <summary>
/// The songs of a person's library that sound most like one of its tracks. The distance of energy, valence and
/// danceability, added up, is the taxicab distance of the cubes in <c>tracks.mood</c>, by which a GiST index gives the
/// nearest of the whole catalogue one after the other.
/// </summary>
/// <remarks>
/// The nearest are taken from the index by the window, and those of the library are kept. What is as far as the last of a
/// window may go on behind it and is left out, so that what was found is exact. A library that is rare in the catalogue
/// would need the index to its end: then its own tracks are compared, which are few.
/// </remarks>
public sealed class SimilarTracksQuery(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>How many there are unless more are asked for.</summary>
    public const int Usual = 20;

    /// <summary>The most tracks of one answer.</summary>
    public const int MostTracks = 100;

    /// <summary>How many of the nearest are looked at first, for each that is wanted.</summary>
    private const int FirstLook = 5;

    /// <summary>How many are looked at in one go at most.</summary>
    private const int FarthestLook = 50_000;

    /// <summary>The most similar songs, the best first; of equals, the one whose name comes first by its characters' numbers.</summary>
    /// <param name="userId">Whose library.</param>
    /// <param name="trackId">A track of the library. What is not known of its sound is taken from another id of its song.</param>
    /// <param name="limit">How many, up to <see cref="MostTracks"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <returns>Each song once, and never the track's own; empty when its sound is not known; null when the track is not in the library.</returns>
    public async Task<IReadOnlyList<SimilarTrack>?> FindAsync(Guid userId, long trackId, int limit, CancellationToken cancellationToken)
    {
        limit = Math.Clamp(limit, 0, MostTracks);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await OriginAsync(context, userId, trackId, cancellationToken) is not { } origin) return null;
        if (origin.Mood is not { } mood || limit == 0) return [];
        var songs = await NearestAsync(context, userId, origin.SongId, mood, limit, cancellationToken);
        return await NameAsync(context, userId, songs, limit, cancellationToken);
    }

    private static async Task<List<Near>> NearestAsync(MusicContext context, Guid userId, long song, string mood, int limit, CancellationToken cancellationToken)
    {
        var window = FirstLook * limit;
        while (window <= FarthestLook)
        {
            var near = await NearInCatalogueAsync(context, userId, song, mood, window, cancellationToken);
            if (near.Count >= limit) return near;

            // As far as the share of the library so far says, and half as far again; unless the library itself is smaller.
            window = Math.Max(2 * window, (int)Math.Min(FarthestLook + 1, 1.5 * window * limit / Math.Max(near.Count, 0.5)));
            if (await HasAtMostAsync(context, userId, window, cancellationToken)) break;
        }

        return await NearInLibraryAsync(context, userId, song, mood, limit, cancellationToken);
    }

    private static Task<Origin?> OriginAsync(MusicContext context, Guid userId, long trackId, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<Origin>(
            $"""
             select t.song_id as "SongId", (
                 select s.mood::text from tracks s
                 join user_tracks l on l.user_id = u.user_id and l.track_id = s.id
                 where s.song_id = t.song_id and s.mood is not null
                 order by s.id <> t.id, l.plays desc, l.ms_played desc, s.id limit 1) as "Mood"
             from user_tracks u join tracks t on t.id = u.track_id
             where u.user_id = {userId} and u.track_id = {trackId}
             """).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The library's songs among the nearest of the catalogue: all that are nearer than the last that was looked at.</summary>
    private static Task<List<Near>> NearInCatalogueAsync(
        MusicContext context, Guid userId, long song, string mood, int window, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<Near>(
            $"""
             with near as materialized (
                 select id, song_id, mood <#> {mood}::cube as distance from tracks
                 where mood is not null order by mood <#> {mood}::cube limit {window})
             select n.song_id as "Song", min(n.distance) as "Distance"
             from near n join user_tracks u on u.user_id = {userId} and u.track_id = n.id
             where n.song_id <> {song} and n.distance < (select max(distance) from near)
             group by n.song_id order by min(n.distance)
             """).ToListAsync(cancellationToken);

    private static Task<List<Near>> NearInLibraryAsync(
        MusicContext context, Guid userId, long song, string mood, int limit, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<Near>(
            $"""
             select t.song_id as "Song", min(t.mood <#> {mood}::cube) as "Distance"
             from user_tracks u join tracks t on t.id = u.track_id
             where u.user_id = {userId} and t.mood is not null and t.song_id <> {song}
             group by t.song_id order by min(t.mood <#> {mood}::cube) fetch first {limit} rows with ties
             """).ToListAsync(cancellationToken);

    private static async Task<bool> HasAtMostAsync(MusicContext context, Guid userId, int tracks, CancellationToken cancellationToken) =>
        await context.UserTracks.Where(track => track.UserId == userId).Take(tracks + 1).CountAsync(cancellationToken) <= tracks;

    private static async Task<IReadOnlyList<SimilarTrack>> NameAsync(
        MusicContext context, Guid userId, List<Near> songs, int limit, CancellationToken cancellationToken)
    {
        // Names decide between those that are as far as the last.
        var distances = songs.Where((song, i) => i < limit || song.Distance <= songs[limit - 1].Distance).ToDictionary(song => song.Song, song => song.Distance);
        return
        [
            .. (await TopNames.OfSongsAsync(context, userId, [.. distances.Keys], cancellationToken))
                .OrderBy(named => distances[named.Item]).ThenBy(named => named.Name, StringComparer.Ordinal).ThenBy(named => named.Id)
                .Take(limit)
                .Select(named => new SimilarTrack(named.Id, named.Name, named.Artist ?? "", 1 - (distances[named.Item] / 3))
                {
                    Album = named.Album,
                    AlbumArtist = named.AlbumArtist,
                    Image = named.Image,
                }),
        ];
    }

    private sealed record Origin(long SongId, string? Mood);

    private sealed record Near(long Song, double Distance);
}
