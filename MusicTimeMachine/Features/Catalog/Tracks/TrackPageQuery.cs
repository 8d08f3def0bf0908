using MusicTimeMachine.Features.Catalog.Ranks;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Catalog.Tracks;

/// <summary>Everything on a track's page.</summary>
public sealed class TrackPageQuery(TrackQuery tracks, SimilarTracksQuery similar, ItemHistoryQuery histories, ListeningMemory memory)
{
    /// <summary>The page's data.</summary>
    /// <param name="userId">Whose library.</param>
    /// <param name="trackId">The track.</param>
    /// <param name="similarTracks">How many similar tracks.</param>
    /// <param name="cancellationToken">Stops the queries.</param>
    /// <returns>Null when the track is not in the library.</returns>
    public async Task<TrackPageData?> FindAsync(Guid userId, long trackId, int similarTracks, CancellationToken cancellationToken)
    {
        if (await tracks.FindAsync(userId, trackId, cancellationToken) is not { } track) return null;

        // What needs the database alone is on its way while the plays are counted.
        var near = similar.FindAsync(userId, trackId, similarTracks, cancellationToken);
        var heard = HeardAsync(userId, track.SongId, cancellationToken);
        await Task.WhenAll(near, heard);
        var (history, library) = await heard;
        return new TrackPageData(track, history, library, await near ?? []);
    }

    private async Task<(ItemHistory History, LibraryFeatures? Library)> HeardAsync(Guid userId, long songId, CancellationToken cancellationToken)
    {
        if (await histories.ReadAsync(userId, cancellationToken) is not { } heard) return (ItemHistory.Empty, null);
        var features = await memory.ReadFeaturesAsync(heard, cancellationToken);
        return (ItemHistoryQuery.Of(heard, RankedKind.Song, songId), LibraryFeatures.Of(heard.Tracks, features));
    }
}
