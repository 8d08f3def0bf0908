using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening.Correcting;

namespace MusicTimeMachine.Features.Listening;

/// <summary>The tracks that a selection of plays speaks of.</summary>
internal static class SelectedTracks
{
    /// <summary>Those of the song, the artist or the album; of whomever.</summary>
    public static IQueryable<Track> Of(this IQueryable<Track> tracks, MusicContext context, PlaySelection selection) => selection switch
    {
        { ArtistId: { } artist } => tracks.Where(track => track.ArtistId == artist),
        { AlbumId: { } album } => tracks.Where(track => track.AlbumId == album),
        _ => tracks.Where(track => context.Tracks.Any(given => given.Id == selection.TrackId && given.SongId == track.SongId)),
    };

    /// <summary>The ids of those that are in a person's library.</summary>
    public static Task<long[]> TracksAsync(this PlaySelection selection, MusicContext context, Guid userId, CancellationToken cancellationToken) =>
        context.UserTracks.Where(own => own.UserId == userId)
            .Join(context.Tracks.Of(context, selection), own => own.TrackId, track => track.Id, (own, _) => own.TrackId).ToArrayAsync(cancellationToken);
}
