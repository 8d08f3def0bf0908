using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>Writes what Spotify tells of artists, under the catalogue's lock.</summary>
internal static class ToldArtists
{
    /// <returns>The catalogue's numbers by Spotify id.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> StoreAsync(MusicContext context, IEnumerable<SpotifyArtist> artists, CancellationToken cancellationToken)
    {
        // Of an artist that is told twice, credited and by itself, the fuller one counts.
        var told = artists.Where(artist => ToldTrack.IsId(artist.Id) && ToldTrack.Text(artist.Name) is not null)
            .GroupBy(artist => artist.Id!, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(artist => artist.Genres?.Count ?? 0).ThenByDescending(artist => artist.Images?.Count ?? 0).First()).ToList();
        if (told.Count == 0) return new Dictionary<string, long>(StringComparer.Ordinal);
        await AddAsync(context, told, cancellationToken);
        await CompleteAsync(context, told, cancellationToken);
        var ids = told.Select(artist => artist.Id!).ToArray();
        return await context.Artists.Where(artist => ids.Contains(artist.SpotifyId)).ToDictionaryAsync(artist => artist.SpotifyId!, artist => artist.Id, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>One known by name takes on the id; of namesakes, the first does, and each other is another artist.</summary>
    private static async Task AddAsync(MusicContext context, List<SpotifyArtist> told, CancellationToken cancellationToken)
    {
        var names = told.Select(artist => ToldTrack.Text(artist.Name)!).ToArray();
        var (ids, keys) = (told.Select(artist => artist.Id!).ToArray(), names.Select(NameKey.Of).ToArray());
        await context.Database.ExecuteSqlAsync(
            $"""
             update artists a set spotify_id = told.id
             from (
                 select distinct on (key) id, key from unnest({ids}, {keys}) with ordinality as told (id, key, place)
                 where not exists (select from artists known where known.spotify_id = told.id)
                 order by key, place) told
             where a.name_key = told.key and a.spotify_id is null
             """, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into artists (spotify_id, name, name_key)
             select id, name, key from unnest({ids}, {names}, {keys}) as told (id, name, key)
             where not exists (select from artists known where known.spotify_id = told.id)
             """, cancellationToken);
    }

    private static async Task CompleteAsync(MusicContext context, List<SpotifyArtist> told, CancellationToken cancellationToken)
    {
        var pictured = told.Select(artist => (artist.Id, Image: ToldTrack.Picture(artist.Images))).Where(artist => artist.Image is not null).ToList();
        await context.Database.ExecuteSqlAsync(
            $"""
             update artists a set image_url = told.image
             from unnest({pictured.Select(artist => artist.Id).ToArray()}, {pictured.Select(artist => artist.Image).ToArray()}) as told (id, image)
             where a.spotify_id = told.id and a.image_url is null
             """, cancellationToken);

        // One by one: there are few that are new, and whoever updates genres makes copies in memory be read again.
        foreach (var artist in told.Where(artist => artist.Genres is { Count: > 0 }))
        {
            if (!await context.Artists.AnyAsync(known => known.SpotifyId == artist.Id && known.Genres.Length == 0, cancellationToken)) continue;
            string[] genres = [.. artist.Genres!.Select(genre => ToldTrack.Text(genre)?.ToLowerInvariant()).OfType<string>().Distinct(StringComparer.Ordinal)];
            await context.Artists.Where(known => known.SpotifyId == artist.Id).ExecuteUpdateAsync(known => known.SetProperty(a => a.Genres, genres), cancellationToken);
        }
    }
}
