using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Demo;

/// <summary>
/// The demo's share of the catalogue. Its rows have no Spotify id. A row that somebody else has as well (an invented name
/// may turn out to be a real one) is used as it is, and stays when the demo goes.
/// </summary>
internal static class DemoTables
{
    /// <summary>Removes the library of the demo's account, and the catalogue's rows that only the demo used.</summary>
    public static async Task ClearAsync(MusicContext context, Guid user, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"""
             create temp table gone_tracks on commit drop as
             select t.id, t.song_id, t.artist_id, t.album_id
             from user_tracks own join tracks t on t.id = own.track_id
             where own.user_id = {user} and t.spotify_id is null
               and not exists (select 1 from user_tracks other where other.track_id = t.id and other.user_id <> {user});
             create temp table gone_artists on commit drop as
             select artist_id as id from gone_tracks union select c.artist_id from track_artists c join gone_tracks g on g.id = c.track_id;
             analyze gone_tracks;
             analyze gone_artists;
             """, cancellationToken);
        await context.Database.ExecuteSqlAsync($"delete from plays where user_id = {user}", cancellationToken);
        await context.Database.ExecuteSqlAsync($"delete from snapshot_days where user_id = {user}", cancellationToken);
        await context.Database.ExecuteSqlAsync($"delete from user_tracks where user_id = {user}", cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             delete from tracks t using gone_tracks g where t.id = g.id;
             delete from albums a using (select distinct album_id from gone_tracks) g
             where a.id = g.album_id and a.spotify_id is null and not exists (select 1 from tracks t where t.album_id = a.id);
             delete from songs s using (select distinct song_id from gone_tracks) g
             where s.id = g.song_id and not exists (select 1 from tracks t where t.song_id = s.id);
             delete from artists a using gone_artists g
             where a.id = g.id and a.spotify_id is null
               and not exists (select 1 from tracks t where t.artist_id = a.id)
               and not exists (select 1 from track_artists c where c.artist_id = a.id)
               and not exists (select 1 from albums l where l.artist_id = a.id)
               and not exists (select 1 from songs s where s.artist_id = a.id);
             """, cancellationToken);
    }

    /// <summary>Adds the library's catalogue.</summary>
    /// <returns>The id of every track of the library, by its index.</returns>
    public static async Task<long[]> FillAsync(MusicContext context, DemoLibrary library, CancellationToken cancellationToken)
    {
        await DemoStaging.CopyAsync(context, library, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into artists (name, name_key, genres) select name, name_key, genres from demo_artists order by key
             on conflict (name_key) where spotify_id is null do nothing;
             update demo_artists d set id = a.id from artists a where a.name_key = d.name_key and a.spotify_id is null;

             insert into albums (artist_id, name, name_key, release_date, release_date_precision)
             select a.id, d.name, d.name_key, d.released, d.precision from demo_albums d join demo_artists a on a.key = d.artist order by d.key
             on conflict (artist_id, name_key) where spotify_id is null do nothing;
             update demo_albums d set id = l.id from demo_artists a, albums l
             where a.key = d.artist and l.artist_id = a.id and l.name_key = d.name_key and l.spotify_id is null;

             insert into songs (artist_id, title_key)
             select a.id, d.name_key from demo_tracks d join demo_artists a on a.key = d.artist group by a.id, d.name_key order by min(d.key)
             on conflict (artist_id, title_key) do nothing;
             update demo_tracks d set song_id = s.id from demo_artists a, songs s
             where a.key = d.artist and s.artist_id = a.id and s.title_key = d.name_key;
             analyze demo_tracks;

             insert into tracks (song_id, artist_id, album_id, name, name_key, display_artist, album_name, duration_ms, release_date,
                 release_date_precision, popularity, explicit, audio_features, features_provider, features_fetched_at)
             select d.song_id, a.id, l.id, d.name, d.name_key, d.display_artist, l.name, d.duration_ms, l.released,
                 l.precision, d.popularity, d.explicit, d.features, case when d.features is not null then 'demo' end, case when d.features is not null then now() end
             from demo_tracks d join demo_artists a on a.key = d.artist join demo_albums l on l.key = d.album
             order by d.key
             on conflict (song_id, album_id) where spotify_id is null do nothing;
             update demo_tracks d set id = t.id from demo_albums l, tracks t
             where l.key = d.album and t.song_id = d.song_id and t.album_id = l.id and t.spotify_id is null;

             insert into track_artists (track_id, artist_id, position)
             select d.id, a.id, c.position from demo_credits c join demo_tracks d on d.key = c.track join demo_artists a on a.key = c.artist
             where not exists (select 1 from track_artists known where known.track_id = d.id);
             """, cancellationToken);
        return await context.Database.SqlQuery<long>($"""select id as "Value" from demo_tracks order by key""").ToArrayAsync(cancellationToken);
    }
}
