using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>
/// Puts what Spotify tells of tracks and artists into the catalogue, within the caller's transaction, by the same rules as
/// an import. Takes the catalogue's lock: whoever needs the lock of a person's library too takes it afterwards.
/// </summary>
public static class SpotifyCatalog
{
    /// <summary>
    /// Adds the tracks that are missing, and completes what is known of the others: length, recording, album, release date,
    /// cover, artists. What is known already stays. Files of people's own and podcasts are passed over.
    /// </summary>
    /// <param name="context">The caller's context, within a transaction.</param>
    /// <param name="tracks">What Spotify tells.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The catalogue's numbers by Spotify id. A track that Spotify gave in place of another is there under both ids, which are two tracks of one song.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> StoreTracksAsync(MusicContext context, IReadOnlyCollection<SpotifyTrack> tracks, CancellationToken cancellationToken)
    {
        RequireTransaction(context);
        var told = ToldTrack.Of(tracks);
        if (told.Count == 0) return new Dictionary<string, long>(StringComparer.Ordinal);
        await CatalogMatcher.CreateStagingAsync(context, cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into staged_tracks (key, spotify_id, named, artist, artist_key, title, title_key, album, album_key)
             select place - 1, spotify_id, named, artist, artist_key, title, title_key, album, album_key
             from unnest(
                 {told.Select(track => track.SpotifyId).ToArray()}, {told.Select(track => track.Named).ToArray()},
                 {told.Select(track => track.Artist).ToArray()}, {told.Select(track => NameKey.Of(track.Artist)).ToArray()},
                 {told.Select(track => track.Title).ToArray()}, {told.Select(track => track.TitleKey).ToArray()},
                 {told.Select(track => track.Album).ToArray()}, {told.Select(track => track.AlbumKey).ToArray()})
                 with ordinality as told (spotify_id, named, artist, artist_key, title, title_key, album, album_key, place)
             """, cancellationToken);
        await CatalogMatcher.MatchWithinAsync(context, cancellationToken);
        var stored = await context.Database.SqlQuery<Stored>($"""select spotify_id as "SpotifyId", track_id as "Id" from staged_tracks""").ToListAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"drop table staged_tracks", cancellationToken);
        var ids = stored.ToDictionary(track => track.SpotifyId, track => track.Id, StringComparer.Ordinal);
        await ToldTracks.CompleteAsync(context, told, ids, cancellationToken);
        return ids;
    }

    /// <summary>Adds the artists that are missing, and completes what is known of the others: genres, picture. One that is known by name takes on the Spotify id.</summary>
    /// <param name="context">The caller's context, within a transaction.</param>
    /// <param name="artists">What Spotify tells.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The catalogue's numbers by Spotify id.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> StoreArtistsAsync(MusicContext context, IReadOnlyCollection<SpotifyArtist> artists, CancellationToken cancellationToken)
    {
        RequireTransaction(context);
        await LibraryLock.LockCatalogueAsync(context, cancellationToken);
        return await ToldArtists.StoreAsync(context, artists, cancellationToken);
    }

    /// <summary>Makes tracks part of a person's library, as liking, tops and playlists do; those that are in it already stay as they are.</summary>
    /// <param name="context">The caller's context, within a transaction.</param>
    /// <param name="userId">Whose library.</param>
    /// <param name="trackIds">The catalogue's numbers.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task AddToLibraryAsync(MusicContext context, Guid userId, IReadOnlyCollection<long> trackIds, CancellationToken cancellationToken)
    {
        RequireTransaction(context);
        if (trackIds.Count == 0) return;
        await LibraryLock.LockAsync(context, userId, cancellationToken);
        await LibraryTracks.JoinAsync(context, userId, [.. trackIds], cancellationToken);
    }

    // Locks and temporary tables end with it.
    private static void RequireTransaction(MusicContext context)
    {
        if (context.Database.CurrentTransaction is null) throw new InvalidOperationException("The catalogue is written within the caller's transaction: begin one first.");
    }

    private sealed record Stored(string SpotifyId, long Id);
}
