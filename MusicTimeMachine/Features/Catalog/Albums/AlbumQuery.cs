using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Home;

namespace MusicTimeMachine.Features.Catalog.Albums;

/// <summary>What there is to say about an album of a person's library, with its tracks in it.</summary>
public sealed class AlbumQuery(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The most tracks of one answer.</summary>
    public const int MostTracks = 200;

    /// <summary>The album.</summary>
    /// <returns>Null when none of its tracks is in the library.</returns>
    public async Task<AlbumDetails?> FindAsync(Guid userId, long albumId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var album = await (
            from item in context.Albums
            join artist in context.Artists on item.ArtistId equals artist.Id
            where item.Id == albumId
            select new AlbumDetails(item.Id, item.Name, artist.Id, artist.Name, 0, 0, 0, null, null)
            {
                ReleaseDate = item.ReleaseDate,
                ReleaseDatePrecision = item.ReleaseDatePrecision,
                Image = item.ImageUrl,
                SpotifyId = item.SpotifyId,
            }).SingleOrDefaultAsync(cancellationToken);
        var own = await (
            from track in context.Tracks
            join heard in context.UserTracks on track.Id equals heard.TrackId
            where heard.UserId == userId && track.AlbumId == albumId
            group heard by 1 into all
            select new { Tracks = all.Count(), Plays = all.Sum(t => t.Plays), Ms = all.Sum(t => t.MsPlayed), First = all.Min(t => t.FirstPlayedAt), Last = all.Max(t => t.LastPlayedAt) })
            .SingleOrDefaultAsync(cancellationToken);
        return album is null || own is null
            ? null
            : album with { Tracks = own.Tracks, Plays = own.Plays, MsPlayed = own.Ms, FirstPlayedAt = own.First, LastPlayedAt = own.Last };
    }

    /// <summary>Its tracks in the library by plays, then time listened, then name; up to <see cref="MostTracks"/>.</summary>
    public async Task<TopList> TracksAsync(Guid userId, long albumId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var tracks = await (
            from track in context.Tracks
            join heard in context.UserTracks on track.Id equals heard.TrackId
            where heard.UserId == userId && track.AlbumId == albumId
            select new { track.Id, track.Name, track.DisplayArtist, heard.Plays, heard.MsPlayed }).ToListAsync(cancellationToken);
        return new TopList(
            [.. tracks.OrderByDescending(track => track.Plays).ThenByDescending(track => track.MsPlayed).ThenBy(track => track.Name, StringComparer.Ordinal).ThenBy(track => track.Id)
                .Take(MostTracks).Select((track, i) => new TopItem(i + 1, track.Id, track.Name, track.DisplayArtist, track.Plays, track.MsPlayed))],
            tracks.Count);
    }
}
