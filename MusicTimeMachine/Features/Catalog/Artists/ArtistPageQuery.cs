using MusicTimeMachine.Features.Catalog.Ranks;

namespace MusicTimeMachine.Features.Catalog.Artists;

/// <summary>Everything on an artist's page.</summary>
public sealed class ArtistPageQuery(ArtistQuery artists, ItemHistoryQuery histories)
{
    /// <summary>How many songs stand on a page.</summary>
    public const int SongsPerPage = 20;

    /// <summary>How many songs of others are shown.</summary>
    public const int GuestSongs = 10;

    /// <summary>The page's data.</summary>
    /// <param name="userId">Whose library.</param>
    /// <param name="artistId">The artist.</param>
    /// <param name="page">Which page of the songs, from 1.</param>
    /// <param name="cancellationToken">Stops the queries.</param>
    /// <returns>Null when the artist is not in the library.</returns>
    public async Task<ArtistPageData?> FindAsync(Guid userId, long artistId, int page, CancellationToken cancellationToken)
    {
        if (await artists.FindAsync(userId, artistId, cancellationToken) is not { } artist) return null;
        var history = histories.AskAsync(userId, RankedKind.Artist, artistId, cancellationToken);
        var songs = await artists.SongsAsync(userId, artistId, SongsPerPage * (Math.Clamp(page, 1, int.MaxValue / SongsPerPage) - 1), SongsPerPage, cancellationToken);
        var guest = await artists.GuestSongsAsync(userId, artistId, 0, GuestSongs, cancellationToken);
        var albums = await artists.AlbumsAsync(userId, artistId, cancellationToken);
        return new ArtistPageData(artist, await history, songs, guest, albums);
    }
}
