using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Catalog;

/// <summary>Finds tracks that a person names in the catalogue, and adds those that it does not have: by the same rules as an import.</summary>
public static class NamedTracks
{
    /// <summary>The catalogue's numbers, in the order of the names. A transaction of its own: not within the caller's.</summary>
    /// <param name="context">The caller's context.</param>
    /// <param name="names">What is looked for; title and artist are not empty.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<long[]> FindOrAddAsync(MusicContext context, IReadOnlyList<NamedTrack> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0) return [];
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await TemporaryTables.MakeRoomAsync(context, cancellationToken);
            await CatalogMatcher.CreateStagingAsync(context, cancellationToken);
            string?[] albums = [.. names.Select(name => string.IsNullOrWhiteSpace(name.Album) ? null : name.Album.Trim())];
            await context.Database.ExecuteSqlAsync(
                $"""
                 insert into staged_tracks (key, named, artist, artist_key, title, title_key, album, album_key)
                 select place - 1, true, artist, artist_key, title, title_key, album, album_key
                 from unnest(
                     {names.Select(name => name.Artist.Trim()).ToArray()}, {names.Select(name => NameKey.Of(name.Artist.Trim())).ToArray()},
                     {names.Select(name => name.Title.Trim()).ToArray()}, {names.Select(name => NameKey.OfTitle(name.Title.Trim())).ToArray()},
                     {albums}, {albums.Select(album => album is null ? null : NameKey.Of(album)).ToArray()})
                     with ordinality as named (artist, artist_key, title, title_key, album, album_key, place)
                 """, cancellationToken);
            await CatalogMatcher.MatchAsync(context, cancellationToken);
            return await context.Database.SqlQuery<long>($"""select track_id as "Value" from staged_tracks order by key""").ToArrayAsync(cancellationToken);
        }
        finally
        {
            await context.Database.ExecuteSqlAsync($"drop table if exists staged_tracks", CancellationToken.None);
            await context.Database.CloseConnectionAsync();
        }
    }
}
