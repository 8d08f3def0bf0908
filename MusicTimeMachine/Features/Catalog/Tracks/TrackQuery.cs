using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Catalog.Tracks;

/// <summary>What there is to say about a track of a person's library.</summary>
public sealed class TrackQuery(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The track with the numbers of its song.</summary>
    /// <returns>Null when it is not in the library.</returns>
    public async Task<TrackDetails?> FindAsync(Guid userId, long trackId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var releases = await ReleasesAsync(context, userId, trackId, cancellationToken);
        if (releases.Find(release => release.Track.Id == trackId) is not { } own) return null;
        var credits = await (
            from credit in context.TrackArtists
            join artist in context.Artists on credit.ArtistId equals artist.Id
            where credit.TrackId == trackId
            orderby credit.Position
            select new Credit(artist.Id, artist.Name)).ToListAsync(cancellationToken);
        return own.Track with
        {
            Plays = releases.Sum(release => release.Track.Plays),
            MsPlayed = releases.Sum(release => release.Track.MsPlayed),
            FirstPlayedAt = releases.Min(release => release.Track.FirstPlayedAt),
            LastPlayedAt = releases.Max(release => release.Track.LastPlayedAt),
            Credits = credits,
            AudioFeatures = releases.OrderBy(release => release != own).FirstOrDefault(release => release.Sounds)?.Features,
            OtherReleases = [.. releases.Where(release => release != own).Select(ReleaseOf)],
        };
    }

    /// <summary>The tracks of the library that are of the same song, the most played first.</summary>
    private static Task<List<Row>> ReleasesAsync(MusicContext context, Guid userId, long trackId, CancellationToken cancellationToken) => (
        from own in context.UserTracks
        join track in context.Tracks on own.TrackId equals track.Id
        from album in context.Albums.Where(album => album.Id == track.AlbumId).DefaultIfEmpty()
        from artist in context.Artists.Where(artist => artist.Id == album!.ArtistId).DefaultIfEmpty()
        from liked in context.LikedTracks.Where(liked => liked.UserId == userId && liked.TrackId == track.Id).DefaultIfEmpty()
        where own.UserId == userId && track.SongId == context.Tracks.Where(asked => asked.Id == trackId).Select(asked => asked.SongId).First()
        orderby own.Plays descending, own.MsPlayed descending, track.Id
        select new Row(
            new TrackDetails(track.Id, track.SongId, track.Name, track.DisplayArtist, own.Plays, own.MsPlayed, own.FirstPlayedAt, own.LastPlayedAt)
            {
                AlbumId = track.AlbumId,
                Album = track.AlbumName,
                AlbumArtist = artist!.Name,
                Image = track.ImageUrl ?? album!.ImageUrl,
                DurationMs = track.DurationMs,
                ReleaseDate = track.ReleaseDate,
                ReleaseDatePrecision = track.ReleaseDatePrecision,
                SpotifyId = track.SpotifyId,
                LikedAt = liked == null ? null : liked.LikedAt,
                Notes = liked!.Notes,
            },
            track.Energy != null && track.Valence != null && track.Danceability != null,
            new AudioFeatures(
                track.Energy, track.Valence, track.Danceability, track.Acousticness, track.Instrumentalness, track.Speechiness, track.Liveness, track.Tempo)))
        .ToListAsync(cancellationToken);

    private static Release ReleaseOf(Row row) => new(
        row.Track.Id, row.Track.Name, row.Track.Artist, row.Track.Album, row.Track.AlbumArtist, row.Track.Image, row.Track.Plays, row.Track.LikedAt is not null);

    private sealed record Row(TrackDetails Track, bool Sounds, AudioFeatures Features);
}
