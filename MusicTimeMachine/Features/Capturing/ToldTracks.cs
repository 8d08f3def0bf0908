using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>Completes what the catalogue knows of tracks by what Spotify tells of them; nothing that is known is taken away. Under the catalogue's lock.</summary>
internal static class ToldTracks
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="context">The caller's context.</param>
    /// <param name="told">What Spotify tells.</param>
    /// <param name="ids">The catalogue's numbers by Spotify id.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task CompleteAsync(MusicContext context, IReadOnlyList<ToldTrack> told, Dictionary<string, long> ids, CancellationToken cancellationToken)
    {
        var rows = JsonSerializer.Serialize(told.Select(track => new Row(
            ids[track.SpotifyId], track.DurationMs, track.Isrc, track.Explicit, track.Released, track.Precision, track.Image, track.DisplayArtist, track.Artists.Count,
            track.Album, track.AlbumKey, track.AlbumId)), Json);
        await context.Database.ExecuteSqlAsync(
            $"""
             create temp table told_tracks on commit drop as
             select * from jsonb_to_recordset({rows}::jsonb) as told (
                 id bigint, duration_ms int, isrc text, explicit bool, released date, precision text, image text, display_artist text, artists int,
                 album text, album_key text, album_id text)
             """, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             update tracks t set duration_ms = coalesce(t.duration_ms, told.duration_ms), isrc = coalesce(t.isrc, told.isrc),
                 explicit = coalesce(t.explicit, told.explicit), image_url = coalesce(t.image_url, told.image), updated_at = now()
             from told_tracks told
             where t.id = told.id and (t.duration_ms is null and told.duration_ms is not null or t.isrc is null and told.isrc is not null
                 or t.explicit is null and told.explicit is not null or t.image_url is null and told.image is not null)
             """, cancellationToken);
        await DateAsync(context, cancellationToken);
        await CompleteAlbumsAsync(context, cancellationToken);
        await CompleteCreditsAsync(context, told, ids, cancellationToken);
        await context.Database.ExecuteSqlAsync($"drop table told_tracks", cancellationToken);
    }

    /// <summary>A date that was not known, or not as exactly. Whoever updates dates makes copies in memory be read again, so nothing is done for nothing.</summary>
    private static async Task DateAsync(MusicContext context, CancellationToken cancellationToken)
    {
        var news = await context.Database.SqlQuery<long>(
            $"""
             select told.id as "Value" from told_tracks told join tracks t on t.id = told.id
             where told.released is not null and (t.release_date is null
                 or array_position(array['year', 'month', 'day'], told.precision) > array_position(array['year', 'month', 'day'], t.release_date_precision::text))
             """).ToArrayAsync(cancellationToken);
        if (news.Length == 0) return;
        await context.Database.ExecuteSqlAsync(
            $"""
             update tracks t set release_date = told.released, release_date_precision = told.precision, updated_at = now()
             from told_tracks told where t.id = told.id and t.id = any ({news})
             """, cancellationToken);
    }

    /// <summary>Tracks of which no album was known get theirs; albums get their Spotify id, date and cover.</summary>
    private static async Task CompleteAlbumsAsync(MusicContext context, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into albums (artist_id, name, name_key)
             select distinct on (t.artist_id, told.album_key) t.artist_id, told.album, told.album_key
             from told_tracks told join tracks t on t.id = told.id
             where t.album_id is null and told.album_key is not null
               and not exists (select from albums known where known.artist_id = t.artist_id and known.name_key = told.album_key)
             order by t.artist_id, told.album_key, told.id
             """, cancellationToken);
        var placed = await context.Database.SqlQuery<long>(
            $"""
             with placed as (
                 update tracks t set album_id = a.id, album_name = told.album, updated_at = now()
                 from told_tracks told, (select artist_id, name_key, min(id) as id from albums group by artist_id, name_key) a
                 where t.id = told.id and t.album_id is null and a.artist_id = t.artist_id and a.name_key = told.album_key
                 returning t.id)
             select id as "Value" from placed
             """).ToListAsync(cancellationToken);
        if (placed.Count > 0) await CatalogMatcher.RefreshTotalsAsync(context, [.. placed], cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             with own as (
                 select distinct on (t.album_id) t.album_id as id, told.album_id as spotify_id, told.released, told.precision, told.image
                 from told_tracks told join tracks t on t.id = told.id join albums a on a.id = t.album_id and a.name_key = told.album_key
                 order by t.album_id, told.id),
             free as (
                 select distinct on (spotify_id) id, spotify_id from own
                 where not exists (select from albums known where known.spotify_id = own.spotify_id)
                 order by spotify_id, id)
             update albums a set spotify_id = coalesce(a.spotify_id, free.spotify_id), image_url = coalesce(a.image_url, own.image),
                 release_date = coalesce(a.release_date, own.released),
                 release_date_precision = case when a.release_date is null then own.precision else a.release_date_precision end
             from own left join free on free.id = own.id
             where a.id = own.id and (a.spotify_id is null and free.spotify_id is not null or a.image_url is null and own.image is not null
                 or a.release_date is null and own.released is not null)
             """, cancellationToken);
    }

    /// <summary>Guests join the first artist, who is known by name, wherever nobody but the first was known.</summary>
    private static async Task CompleteCreditsAsync(MusicContext context, IReadOnlyList<ToldTrack> told, Dictionary<string, long> ids, CancellationToken cancellationToken)
    {
        var artists = await ToldArtists.StoreAsync(context, told.SelectMany(track => track.Artists), cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             update tracks t set display_artist = told.display_artist, updated_at = now()
             from told_tracks told
             where t.id = told.id and told.artists > 1 and t.display_artist <> told.display_artist
               and not exists (select from track_artists c where c.track_id = t.id and c.position > 0)
             """, cancellationToken);
        var guests = (
            from track in told
            from guest in track.Artists.Skip(1).Index()
            where artists.ContainsKey(guest.Item.Id ?? "")
            select (Track: ids[track.SpotifyId], Artist: artists[guest.Item.Id!], Position: (short)(guest.Index + 1))).ToList();
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into track_artists (track_id, artist_id, position)
             select track, artist, position
             from unnest({guests.Select(guest => guest.Track).ToArray()}, {guests.Select(guest => guest.Artist).ToArray()}, {guests.Select(guest => guest.Position).ToArray()})
                 as guests (track, artist, position)
             where not exists (select from track_artists c where c.track_id = guests.track and (c.position > 0 or c.artist_id = guests.artist))
             on conflict do nothing
             """, cancellationToken);
    }

    private sealed record Row(
        long Id, int? DurationMs, string? Isrc, bool? Explicit, DateOnly? Released, string? Precision, string? Image, string DisplayArtist, int Artists,
        string? Album, string? AlbumKey, string? AlbumId);
}
