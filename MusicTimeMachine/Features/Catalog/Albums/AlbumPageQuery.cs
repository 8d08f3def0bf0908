using MusicTimeMachine.Features.Catalog.Ranks;

namespace MusicTimeMachine.Features.Catalog.Albums;

/// <summary>Everything on an album's page.</summary>
public sealed class AlbumPageQuery(AlbumQuery albums, ItemHistoryQuery histories)
{
    /// <summary>The page's data; null when the album is not in the library.</summary>
    public async Task<AlbumPageData?> FindAsync(Guid userId, long albumId, CancellationToken cancellationToken)
    {
        if (await albums.FindAsync(userId, albumId, cancellationToken) is not { } album) return null;
        var history = histories.AskAsync(userId, RankedKind.Album, albumId, cancellationToken);
        return new AlbumPageData(album, await history, await albums.TracksAsync(userId, albumId, cancellationToken));
    }
}
