using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Hiding;

namespace MusicTimeMachine.Features.Catalog;

/// <summary>
/// Finds the tracks that sources name in the shared catalogue, and adds those that it does not have. Works on the
/// temporary table of <see cref="CreateStagingAsync"/>, set by set.
/// </summary>
public static class CatalogMatcher
{
    /// <summary>The artist of a track of which only the Spotify id is known.</summary>
    public const string UnknownArtist = "Unknown artist";

    /// <summary>Creates <c>staged_tracks</c> on the context's open connection; <c>key</c> is the caller's own number.</summary>
    public static Task CreateStagingAsync(MusicContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             create temp table staged_tracks (
                 key int not null, spotify_id text, named bool not null,
                 artist text not null, artist_key text not null, title text not null, title_key text not null, album text, album_key text,
                 artist_id bigint, album_id bigint, song_id bigint, track_id bigint);
             """, cancellationToken);

    /// <summary>Gives every row of <c>staged_tracks</c> its track. One transaction, under the catalogue's lock.</summary>
    public static async Task MatchAsync(MusicContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await MatchWithinAsync(context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The same within the caller's transaction.</summary>
    internal static async Task MatchWithinAsync(MusicContext context, CancellationToken cancellationToken)
    {
        await LibraryLock.LockCatalogueAsync(context, cancellationToken);
        await context.Database.ExecuteSqlAsync($"analyze staged_tracks (key, spotify_id, artist_key, track_id)", cancellationToken);
        await ExecuteAsync(context, KnownById, cancellationToken);
        foreach (var statement in NamesOfUnmatched) await ExecuteAsync(context, statement, cancellationToken);

        var changed = await context.Database.SqlQueryRaw<long>(LearnNames).ToListAsync(cancellationToken);
        changed.AddRange(await context.Database.SqlQueryRaw<long>(TakeOnIds).ToListAsync(cancellationToken));
        foreach (var statement in TracksWithId) await ExecuteAsync(context, statement, cancellationToken);
        foreach (var statement in TracksByName) await ExecuteAsync(context, statement, cancellationToken);
        if (changed.Count > 0) await RefreshTotalsAsync(context, [.. changed], cancellationToken);
    }

    private const string KnownById =
        """
        update staged_tracks s set track_id = t.id from tracks t
        where t.spotify_id = s.spotify_id and s.track_id is null and (t.name <> 'spotify:track:' || t.spotify_id or not s.named)
        """;

    private static readonly string[] NamesOfUnmatched =
    [
        """
        insert into artists (name, name_key)
        select distinct on (artist_key) artist, artist_key from staged_tracks s
        where track_id is null and not exists (select 1 from artists a where a.name_key = s.artist_key)
        order by artist_key, key
        """,
        """
        update staged_tracks s set artist_id = a.id
        from (select name_key, min(id) as id from artists group by name_key) a
        where s.track_id is null and a.name_key = s.artist_key
        """,
        """
        insert into songs (artist_id, title_key)
        select distinct artist_id, title_key from staged_tracks where track_id is null
        on conflict do nothing
        """,
        """
        update staged_tracks s set song_id = g.id from songs g
        where s.track_id is null and g.artist_id = s.artist_id and g.title_key = s.title_key
        """,
        """
        insert into albums (artist_id, name, name_key)
        select distinct on (artist_id, album_key) artist_id, album, album_key from staged_tracks s
        where track_id is null and album_key is not null
          and not exists (select 1 from albums a where a.artist_id = s.artist_id and a.name_key = s.album_key)
        order by artist_id, album_key, key
        """,
        """
        update staged_tracks s set album_id = a.id
        from (select artist_id, name_key, min(id) as id from albums group by artist_id, name_key) a
        where s.track_id is null and a.artist_id = s.artist_id and a.name_key = s.album_key
        """,
    ];

    /// <summary>Tracks of which only the id was known get their names.</summary>
    private const string LearnNames =
        """
        with learned as (
            update tracks t set name = s.title, name_key = s.title_key, display_artist = s.artist, artist_id = s.artist_id,
                song_id = s.song_id, album_id = s.album_id, album_name = s.album, updated_at = now()
            from (select distinct on (spotify_id) * from staged_tracks where track_id is null and named order by spotify_id, key) s
            where t.spotify_id = s.spotify_id
            returning t.id, t.artist_id),
        credits as (
            update track_artists c set artist_id = learned.artist_id from learned where c.track_id = learned.id and c.position = 0)
        select id as "Value" from learned
        """;

    /// <summary>A track known by name takes on the Spotify id of the same song, on the same album or when its album is unknown.</summary>
    private const string TakeOnIds =
        """
        with offers as (
            select distinct on (t.id) t.id, s.key, s.spotify_id, s.album_id, s.album
            from staged_tracks s join tracks t on t.song_id = s.song_id and t.spotify_id is null and (t.album_id is null or t.album_id = s.album_id)
            where s.track_id is null and s.spotify_id is not null
              and not exists (select 1 from tracks known where known.spotify_id = s.spotify_id)
            order by t.id, t.album_id = s.album_id desc nulls last, s.key),
        chosen as (select distinct on (spotify_id) id, spotify_id, album_id, album from offers order by spotify_id, id),
        taken as (
            update tracks t set spotify_id = chosen.spotify_id, album_id = chosen.album_id, album_name = chosen.album, updated_at = now()
            from chosen where t.id = chosen.id
            returning t.id)
        select id as "Value" from taken
        """;

    private static readonly string[] TracksWithId =
    [
        "update staged_tracks s set track_id = t.id from tracks t where t.spotify_id = s.spotify_id and s.track_id is null",
        """
        with added as (
            insert into tracks (song_id, artist_id, album_id, spotify_id, name, name_key, display_artist, album_name)
            select distinct on (spotify_id) song_id, artist_id, album_id, spotify_id, title, title_key, artist, album
            from staged_tracks where track_id is null and spotify_id is not null
            order by spotify_id, named desc, key
            returning id, artist_id)
        insert into track_artists (track_id, artist_id, position) select id, artist_id, 0 from added
        """,
        "update staged_tracks s set track_id = t.id from tracks t where t.spotify_id = s.spotify_id and s.track_id is null",
    ];

    private const string KnownOnAlbum =
        """
        update staged_tracks s set track_id = t.id
        from (select song_id, album_id, min(id) as id from tracks where song_id in (select song_id from staged_tracks where track_id is null) group by song_id, album_id) t
        where s.track_id is null and s.album_id is not null and t.song_id = s.song_id and t.album_id = s.album_id
        """;

    private const string KnownBySong =
        """
        update staged_tracks s set track_id = t.id
        from (select song_id, min(id) as id from tracks where song_id in (select song_id from staged_tracks where track_id is null) group by song_id) t
        where s.track_id is null and s.album_id is null and t.song_id = s.song_id
        """;

    private const string AddByName =
        """
        with added as (
            insert into tracks (song_id, artist_id, album_id, name, name_key, display_artist, album_name)
            select distinct on (song_id, album_id) song_id, artist_id, album_id, title, title_key, artist, album
            from staged_tracks where track_id is null and (album_id is null) = {0}
            order by song_id, album_id, key
            returning id, artist_id)
        insert into track_artists (track_id, artist_id, position) select id, artist_id, 0 from added
        """;

    // First those that name their album; a report without an album then finds them.
    private static readonly string[] TracksByName =
    [
        KnownOnAlbum, AddByName.Replace("{0}", "false", StringComparison.Ordinal), KnownOnAlbum,
        KnownBySong, AddByName.Replace("{0}", "true", StringComparison.Ordinal), KnownBySong,
    ];

    /// <summary>The songs and albums of tracks changed: whoever played them has totals that still say the old ones.</summary>
    internal static async Task RefreshTotalsAsync(MusicContext context, long[] tracks, CancellationToken cancellationToken)
    {
        var played = await context.Database.SqlQuery<PlayedRange>(
            $"""
             select user_id as "UserId", min(first_played_at) as "First", max(last_played_at) as "Last"
             from user_tracks where track_id = any ({tracks}) and plays > 0 group by user_id order by user_id
             """).ToListAsync(cancellationToken);
        foreach (var range in played)
        {
            await LibraryLock.LockAsync(context, range.UserId, cancellationToken);
            if (await HiddenPlays.AnyAsync(context, range.UserId, cancellationToken)) await HiddenPlays.MarkAllAsync(context, range.UserId, cancellationToken);
            await Rollups.RefreshAsync(context, range.UserId, range.First, range.Last, cancellationToken);
        }
    }

    // The statements are the constants above, without parameters.
    private static Task<int> ExecuteAsync(MusicContext context, string statement, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync(statement, cancellationToken);

    private sealed record PlayedRange(Guid UserId, DateTimeOffset First, DateTimeOffset Last);
}
