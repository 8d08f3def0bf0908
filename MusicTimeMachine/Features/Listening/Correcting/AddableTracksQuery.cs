using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>What a person can add plays of, with how long one lasts.</summary>
public sealed class AddableTracksQuery(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The most tracks of one answer.</summary>
    public const int MostTracks = 200;

    /// <summary>A track of the library.</summary>
    /// <returns>Null when it is not in the library.</returns>
    public async Task<AddableTrack?> FindAsync(Guid userId, long trackId, CancellationToken cancellationToken) =>
        (await ReadAsync(userId, context => context.Tracks.Where(track => track.Id == trackId), cancellationToken)).SingleOrDefault();

    /// <summary>
    /// The tracks of an album in the order in which they were first heard, which is mostly that of the album; those of an
    /// artist, the most played first; or the one track. Up to <see cref="MostTracks"/>.
    /// </summary>
    public async Task<IReadOnlyList<AddableTrack>> OfAsync(Guid userId, PlaySelection of, CancellationToken cancellationToken) =>
        of.TrackId is { } trackId
            ? await ReadAsync(userId, context => context.Tracks.Where(track => track.Id == trackId), cancellationToken)
            : await ReadAsync(userId, context => context.Tracks.Of(context, of), cancellationToken, byPlays: of.ArtistId is not null);

    private async Task<IReadOnlyList<AddableTrack>> ReadAsync(
        Guid userId, Func<MusicContext, IQueryable<Track>> tracks, CancellationToken cancellationToken, bool byPlays = false)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from track in tracks(context)
            join own in context.UserTracks on track.Id equals own.TrackId
            where own.UserId == userId
            orderby byPlays ? -own.Plays : 0, own.FirstPlayedAt ?? DateTimeOffset.MaxValue, track.Id
            select new AddableTrack(
                track.Id, track.Name, track.DisplayArtist, track.AlbumName,
                track.DurationMs ?? (own.Plays > 0 && own.MsPlayed >= 1000L * own.Plays ? (int?)(own.MsPlayed / own.Plays) : null)))
            .Take(MostTracks).ToListAsync(cancellationToken);
    }
}
