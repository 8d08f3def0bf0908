using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Home;

/// <summary>What the best are called and how they look.</summary>
internal static class TopNames
{
    /// <summary>A song, artist or album with its catalogue's number, and the number that its page goes by.</summary>
    public sealed record Named(long Item, long Id, string Name, string? Artist, string? Album, string? AlbumArtist, string? Image);

    /// <summary>Songs, each by the person's most played track of it.</summary>
    public static Task<List<Named>> OfSongsAsync(MusicContext context, Guid userId, long[] songIds, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<Named>(
            $"""
             select distinct on (t.song_id) t.song_id as "Item", t.id as "Id", t.name as "Name", t.display_artist as "Artist",
                 t.album_name as "Album", a.name as "AlbumArtist", coalesce(t.image_url, l.image_url) as "Image"
             from tracks t
             join user_tracks u on u.user_id = {userId} and u.track_id = t.id
             left join albums l on l.id = t.album_id
             left join artists a on a.id = l.artist_id
             where t.song_id = any({songIds})
             order by t.song_id, u.plays desc, u.ms_played desc, t.id
             """).ToListAsync(cancellationToken);

    /// <summary>Artists.</summary>
    public static Task<List<Named>> OfArtistsAsync(MusicContext context, long[] artistIds, CancellationToken cancellationToken) =>
        context.Artists.Where(artist => artistIds.Contains(artist.Id))
            .Select(artist => new Named(artist.Id, artist.Id, artist.Name, null, null, null, artist.ImageUrl)).ToListAsync(cancellationToken);

    /// <summary>Albums.</summary>
    public static Task<List<Named>> OfAlbumsAsync(MusicContext context, long[] albumIds, CancellationToken cancellationToken) =>
        (from album in context.Albums
         join artist in context.Artists on album.ArtistId equals artist.Id
         where albumIds.Contains(album.Id)
         select new Named(album.Id, album.Id, album.Name, artist.Name, null, artist.Name, album.ImageUrl)).ToListAsync(cancellationToken);
}
