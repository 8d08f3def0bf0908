using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening;

/// <summary>Reads plays with what lists say of them.</summary>
internal static class PlayRows
{
    /// <summary>The rows of a query of plays, newest first.</summary>
    /// <param name="context">The caller's context.</param>
    /// <param name="plays">Selects all columns of some plays of one person, and says how many.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public static async Task<IReadOnlyList<PlayRow>> ReadAsync(MusicContext context, FormattableString plays, CancellationToken cancellationToken)
    {
        var rows =
            from play in context.Plays.FromSql(plays)
            join track in context.Tracks on play.TrackId equals track.Id
            join user in context.Users on play.UserId equals user.Id
            from album in context.Albums.Where(album => album.Id == track.AlbumId).DefaultIfEmpty()
            from artist in context.Artists.Where(artist => artist.Id == album!.ArtistId).DefaultIfEmpty()
            from playlist in context.Playlists.Where(playlist => playlist.UserId == play.UserId && "spotify:playlist:" + playlist.SpotifyId == play.ContextUri).DefaultIfEmpty()
            orderby play.PlayedAt descending, play.Id descending
            select new
            {
                play.Id,
                play.PlayedAt,
                LocalTime = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(play.PlayedAt.UtcDateTime, user.TimeZone),
                play.MsPlayed,
                Counts = !play.Hidden && (play.MsPlayed == null || play.MsPlayed >= user.CountedFromMs),
                play.Hidden,
                play.Skipped,
                play.Source,
                play.ContextUri,
                Playlist = playlist!.Name,
                Track = new PlayedTrack(track.Id, track.Name, track.DisplayArtist, track.AlbumName, track.SpotifyId)
                {
                    ArtistId = track.ArtistId,
                    AlbumId = track.AlbumId,
                    AlbumArtist = artist!.Name,
                    Image = track.ImageUrl ?? album!.ImageUrl,
                },
            };
        return
        [
            .. (await rows.ToListAsync(cancellationToken)).Select(row => new PlayRow(
                row.Id, new DateTimeOffset(row.LocalTime, row.LocalTime - row.PlayedAt.UtcDateTime), row.MsPlayed, row.Counts, row.Skipped, row.Source, row.Track)
                { Hidden = row.Hidden, ContextUri = row.ContextUri, Playlist = row.Playlist }),
        ];
    }
}
