using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Features.Library;

/// <summary>What a person likes, found by words of title, artist, album and note, in several orders.</summary>
public sealed class LikesQuery(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The longest part of the list that is given at once.</summary>
    public const int MostLikes = 200;

    /// <summary>How much a person likes.</summary>
    public async Task<LikesCount> CountAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Database.SqlQuery<LikesCount>(
            $"""select count(*)::int as "Likes", count(notes)::int as "Notes", count(left_spotify_at)::int as "Left" from liked_tracks where user_id = {userId}""").SingleAsync(cancellationToken);
    }

    /// <summary>How many likes are asked for.</summary>
    public async Task<int> CountAsync(Guid userId, LikesRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Asked(context, userId, request).CountAsync(cancellationToken);
    }

    /// <summary>A part of the likes that are asked for.</summary>
    /// <param name="userId">Whose likes.</param>
    /// <param name="request">Which, and in which order.</param>
    /// <param name="limit">How many, 1 to <see cref="MostLikes"/>; others are taken as the nearest of these.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<LikeRow>> ListAsync(Guid userId, LikesRequest request, int limit, int offset, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // First which ones: sorting twenty thousand rows with everything that is shown takes several times as long.
        var ids = await Ordered(context, Asked(context, userId, request), request.Sort).Skip(Math.Max(0, offset)).Take(Math.Clamp(limit, 1, MostLikes)).ToListAsync(cancellationToken);
        var rows = await (
            from like in context.LikedTracks
            join own in context.UserTracks on new { like.UserId, like.TrackId } equals new { own.UserId, own.TrackId }
            join track in context.Tracks on like.TrackId equals track.Id
            from album in context.Albums.Where(album => album.Id == track.AlbumId).DefaultIfEmpty()
            from albumArtist in context.Artists.Where(artist => artist.Id == album!.ArtistId).DefaultIfEmpty()
            where like.UserId == userId && ids.Contains(like.TrackId)
            select new LikeRow(track.Id, track.Name, track.DisplayArtist, like.LikedAt)
            {
                Album = track.AlbumName,
                AlbumArtist = albumArtist!.Name,
                Image = track.ImageUrl ?? album!.ImageUrl,
                Notes = like.Notes,
                Plays = own.Plays,
                LeftSpotifyAt = like.LeftSpotifyAt,
            }).ToDictionaryAsync(row => row.TrackId, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private static IQueryable<LikedTrack> Asked(MusicContext context, Guid userId, LikesRequest request)
    {
        var likes = Matching(context, userId, request.Text);
        return request.Part switch
        {
            LikesPart.Notes => likes.Where(like => like.Notes != null),
            LikesPart.Left => likes.Where(like => like.LeftSpotifyAt != null),
            _ => likes,
        };
    }

    /// <summary>Words stand in the title, the artist or the album, which the library's row holds, or in the note. Only artists themselves can tell what artists are called.</summary>
    private static IQueryable<LikedTrack> Matching(MusicContext context, Guid userId, SearchText text)
    {
        var (words, artists) = (SearchExpression.Of(text), SearchExpression.OfArtists(text));
        return words is null && artists is null
            ? context.LikedTracks.Where(like => like.UserId == userId)
            : context.LikedTracks.FromSql(
                $"""
                 select l.* from liked_tracks l
                 join user_tracks u on u.user_id = l.user_id and u.track_id = l.track_id
                 left join tracks t on t.id = l.track_id
                 where l.user_id = {userId}
                   and ({words}::text is null or (u.search || l.note_search) @@ to_tsquery('music', {words}))
                   and ({artists}::text is null or to_tsvector('music', search_words(t.display_artist)) @@ to_tsquery('music', {artists}))
                 """);
    }

    // Names are compared by their keys, so that case, accents and guests in brackets are in nobody's way.
    private static IQueryable<long> Ordered(MusicContext context, IQueryable<LikedTrack> likes, LikesSort sort) => sort switch
    {
        LikesSort.Oldest => from like in likes orderby like.LikedAt, like.TrackId select like.TrackId,
        LikesSort.Title =>
            from like in likes
            join track in context.Tracks on like.TrackId equals track.Id
            orderby track.NameKey, track.Name, like.TrackId
            select like.TrackId,
        LikesSort.Artist =>
            from like in likes
            join track in context.Tracks on like.TrackId equals track.Id
            join artist in context.Artists on track.ArtistId equals artist.Id
            orderby artist.NameKey, track.NameKey, track.Name, like.TrackId
            select like.TrackId,
        LikesSort.Plays =>
            from like in likes
            join own in context.UserTracks on new { like.UserId, like.TrackId } equals new { own.UserId, own.TrackId }
            orderby own.Plays descending, own.MsPlayed descending, like.LikedAt descending, like.TrackId descending
            select like.TrackId,
        _ => from like in likes orderby like.LikedAt descending, like.TrackId descending select like.TrackId,
    };
}
