using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Home;

namespace MusicTimeMachine.Features.Catalog.Artists;

/// <summary>What there is to say about an artist of a person's library, with their songs and albums in it.</summary>
public sealed class ArtistQuery(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The most albums of one answer.</summary>
    public const int MostAlbums = 60;

    /// <summary>The artist.</summary>
    /// <returns>Null when the library has no track on which they are credited, and none of an album of theirs.</returns>
    public async Task<ArtistDetails?> FindAsync(Guid userId, long artistId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Database.SqlQuery<Row>(
            $"""
             select a.id as "Id", a.name as "Name", a.genres as "Genres", a.image_url as "Image", a.spotify_id as "SpotifyId", o.songs as "Songs",
                 o.plays as "Plays", o.ms_played as "MsPlayed", o.first_played_at as "FirstPlayedAt", o.last_played_at as "LastPlayedAt"
             from artists a
             cross join lateral (
                 select count(distinct t.song_id)::int as songs, coalesce(sum(u.plays), 0)::int as plays, coalesce(sum(u.ms_played), 0)::bigint as ms_played,
                     min(u.first_played_at) as first_played_at, max(u.last_played_at) as last_played_at
                 from tracks t join user_tracks u on u.user_id = {userId} and u.track_id = t.id
                 where t.artist_id = a.id) o
             where a.id = {artistId} and (
                 o.songs > 0
                 or exists (select from track_artists c join user_tracks u on u.user_id = {userId} and u.track_id = c.track_id where c.artist_id = a.id)
                 or exists (
                     select from albums l join tracks t on t.album_id = l.id join user_tracks u on u.user_id = {userId} and u.track_id = t.id
                     where l.artist_id = a.id))
             """).SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : new ArtistDetails(row.Id, row.Name, row.Songs, row.Plays, row.MsPlayed, row.FirstPlayedAt, row.LastPlayedAt)
        {
            Genres = row.Genres,
            Image = row.Image,
            SpotifyId = row.SpotifyId,
        };
    }

    /// <summary>A page of the library's songs of which they are the first artist, also those without a counted play.</summary>
    /// <param name="userId">Whose library.</param>
    /// <param name="artistId">The artist.</param>
    /// <param name="offset">How many to leave out from the best.</param>
    /// <param name="limit">How many, up to <see cref="TopQuery.MostItems"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <returns>By plays, then time listened, then name; each song by its most played track.</returns>
    public Task<TopList> SongsAsync(Guid userId, long artistId, int offset, int limit, CancellationToken cancellationToken) =>
        ListAsync(userId, artistId, asGuest: false, offset, limit, cancellationToken);

    /// <summary>A page of the library's songs of others on which they are credited.</summary>
    /// <inheritdoc cref="SongsAsync"/>
    public Task<TopList> GuestSongsAsync(Guid userId, long artistId, int offset, int limit, CancellationToken cancellationToken) =>
        ListAsync(userId, artistId, asGuest: true, offset, limit, cancellationToken);

    /// <summary>The library's albums that are theirs or on which they are the first artist of a track, the most played first, up to <see cref="MostAlbums"/>.</summary>
    public async Task<IReadOnlyList<ArtistAlbum>> AlbumsAsync(Guid userId, long artistId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Database.SqlQuery<ArtistAlbum>(
            $"""
             select l.id as "Id", l.name as "Name", a.name as "Artist", l.image_url as "Image", l.release_date as "ReleaseDate",
                 count(distinct t.song_id)::int as "Songs", sum(u.plays)::int as "Plays"
             from (
                 select id, song_id, album_id from tracks where artist_id = {artistId}
                 union
                 select t.id, t.song_id, t.album_id from albums own join tracks t on t.album_id = own.id where own.artist_id = {artistId}) t
             join user_tracks u on u.user_id = {userId} and u.track_id = t.id
             join albums l on l.id = t.album_id
             join artists a on a.id = l.artist_id
             group by l.id, a.id
             order by sum(u.plays) desc, sum(u.ms_played) desc, l.name collate "C", l.id limit {MostAlbums}
             """).ToListAsync(cancellationToken);
    }

    private async Task<TopList> ListAsync(Guid userId, long artistId, bool asGuest, int offset, int limit, CancellationToken cancellationToken)
    {
        (offset, limit) = (Math.Max(0, offset), Math.Clamp(limit, 0, TopQuery.MostItems));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var songs = await context.Database.SqlQuery<Song>(
            $"""
             with credited as (
                 select id from tracks where not {asGuest} and artist_id = {artistId}
                 union all
                 select c.track_id from track_artists c join tracks t on t.id = c.track_id
                 where {asGuest} and c.artist_id = {artistId} and t.artist_id <> {artistId}),
             songs as (
                 select (array_agg(t.id order by u.plays desc, u.ms_played desc, t.id))[1] as track_id, sum(u.plays)::int as plays, sum(u.ms_played)::bigint as ms_played
                 from credited
                 join tracks t on t.id = credited.id
                 join user_tracks u on u.user_id = {userId} and u.track_id = t.id
                 group by t.song_id)
             select t.id as "Id", t.name as "Name", t.display_artist as "Artist", t.album_name as "Album", a.name as "AlbumArtist",
                 coalesce(t.image_url, l.image_url) as "Image", s.plays as "Plays", s.ms_played as "MsPlayed", (select count(*) from songs)::int as "Total"
             from songs s
             join tracks t on t.id = s.track_id
             left join albums l on l.id = t.album_id
             left join artists a on a.id = l.artist_id
             order by s.plays desc, s.ms_played desc, t.name collate "C", t.id offset {offset} limit {Math.Max(1, limit)}
             """).ToListAsync(cancellationToken);

        // A page behind the last has no row that could tell how many there are.
        var total = songs.Count > 0 || offset == 0 ? songs.FirstOrDefault()?.Total ?? 0 : (await ListAsync(userId, artistId, asGuest, 0, 0, cancellationToken)).Total;
        return new TopList(
            [.. songs.Take(limit).Select((song, i) => new TopItem(offset + i + 1, song.Id, song.Name, song.Artist, song.Plays, song.MsPlayed)
            {
                Album = song.Album,
                AlbumArtist = song.AlbumArtist,
                Image = song.Image,
            })],
            total);
    }

    private sealed record Row(
        long Id, string Name, string[] Genres, string? Image, string? SpotifyId, int Songs, int Plays, long MsPlayed, DateTimeOffset? FirstPlayedAt,
        DateTimeOffset? LastPlayedAt);

    private sealed record Song(
        long Id, string Name, string Artist, string? Album, string? AlbumArtist, string? Image, int Plays, long MsPlayed, int Total);
}
