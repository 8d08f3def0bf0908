using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Playlists.Files;

namespace MusicTimeMachine.Features.Playlists;

/// <summary>What there is to say about the playlists of a person, and what was in them when. Another's are not found.</summary>
public sealed class PlaylistsQuery(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The most tracks that are given at once.</summary>
    public const int MostTracks = 200;

    private const int MostCovers = 4;

    // Among so many of the first tracks there are usually as many albums as covers are wanted.
    private const int Looked = 24;

    /// <summary>All playlists, those that changed last first; those that are gone from Spotify behind them.</summary>
    public async Task<IReadOnlyList<PlaylistSummary>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Rows(context, userId, playlistId: null).ToListAsync(cancellationToken);
        var covers = await CoversAsync(context, [.. rows.Select(row => row.VersionId)], cancellationToken);
        return [.. rows.Select(row => Summary(row, covers)).OrderBy(playlist => playlist.GoneAt is not null).ThenByDescending(playlist => playlist.ChangedAt).ThenByDescending(playlist => playlist.Id)];
    }

    /// <summary>One playlist.</summary>
    /// <returns>Null when the person has none of that number.</returns>
    public async Task<PlaylistSummary?> FindAsync(Guid userId, long id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Rows(context, userId, id).SingleOrDefaultAsync(cancellationToken) is { } row
            ? Summary(row, await CoversAsync(context, [row.VersionId], cancellationToken))
            : null;
    }

    /// <summary>The versions of a playlist, the latest first; none when the person has no such playlist.</summary>
    public async Task<IReadOnlyList<PlaylistVersionRow>> VersionsAsync(Guid userId, long playlistId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from version in context.PlaylistVersions
            where version.UserId == userId && version.PlaylistId == playlistId
            orderby version.Number descending
            // Places have no holes, so the last one tells how many there are, and the key tells the last one.
            select new PlaylistVersionRow(version.Number, version.CreatedAt, version.Why, 1 + (context.PlaylistTracks.Where(track => track.VersionId == version.Id).Max(track => (int?)track.Position) ?? -1))
            {
                Repeats = version.Repeats,
                NoTracks = version.NoTracks,
                Lost = version.Lost,
            }).ToListAsync(cancellationToken);
    }

    /// <summary>A part of what is in a version, in order.</summary>
    /// <param name="userId">Whose playlist.</param>
    /// <param name="playlistId">The playlist.</param>
    /// <param name="number">The version.</param>
    /// <param name="limit">How many, 1 to <see cref="MostTracks"/>; others are taken as the nearest of these.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<PlaylistEntry>> TracksAsync(Guid userId, long playlistId, int number, int limit, int offset, CancellationToken cancellationToken)
    {
        var (first, last) = (Math.Max(0, offset), Math.Max(0, offset) + Math.Clamp(limit, 1, MostTracks));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Named(context, Places(context, userId, playlistId, number).Where(place => place.Position >= first && place.Position < last)).ToListAsync(cancellationToken);
    }

    /// <summary>The length of all tracks of a version in milliseconds, as far as it is known.</summary>
    public async Task<long> DurationAsync(Guid userId, long playlistId, int number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Places(context, userId, playlistId, number).Join(context.Tracks, place => place.TrackId, track => track.Id, (_, track) => (long?)track.DurationMs).SumAsync(cancellationToken) ?? 0;
    }

    /// <summary>What differs between two versions of a playlist.</summary>
    /// <returns>Null when the person has no such playlist, or it no such versions.</returns>
    public async Task<PlaylistComparison?> CompareAsync(Guid userId, long playlistId, int before, int after, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await context.PlaylistVersions.CountAsync(
            version => version.UserId == userId && version.PlaylistId == playlistId && (version.Number == before || version.Number == after), cancellationToken);
        if (before == after || known < 2) return null;
        var diff = PlaylistDiff.Of(await IdsAsync(context, userId, playlistId, before, cancellationToken), await IdsAsync(context, userId, playlistId, after, cancellationToken));
        long[] gone = [.. diff.Removed.Take(PlaylistComparison.MostNamed).Select(place => place.TrackId)];
        long[] there = [.. diff.Added.Take(PlaylistComparison.MostNamed).Select(place => place.TrackId), .. diff.Moved.Take(PlaylistComparison.MostNamed).Select(move => move.TrackId)];
        List<PlaylistEntry> names =
        [
            .. await Named(context, Places(context, userId, playlistId, before).Where(place => gone.Contains(place.TrackId))).ToListAsync(cancellationToken),
            .. await Named(context, Places(context, userId, playlistId, after).Where(place => there.Contains(place.TrackId))).ToListAsync(cancellationToken),
        ];
        return new PlaylistComparison(before, after, diff, names.ToDictionary(entry => entry.TrackId));
    }

    /// <summary>A version as it is written to a file.</summary>
    /// <returns>Null when the person has no such playlist, or it no such version.</returns>
    public async Task<PlaylistFile?> FileAsync(Guid userId, long playlistId, int number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var head = await (
            from version in context.PlaylistVersions
            join playlist in context.Playlists on version.PlaylistId equals playlist.Id
            where version.UserId == userId && version.PlaylistId == playlistId && version.Number == number
            select new { playlist.Name, playlist.Description, version.CreatedAt }).SingleOrDefaultAsync(cancellationToken);
        if (head is null) return null;
        var tracks = await (
            from place in Places(context, userId, playlistId, number)
            join track in context.Tracks on place.TrackId equals track.Id
            orderby place.Position
            select new PlaylistFileTrack(track.Name, track.DisplayArtist, track.AlbumName, track.DurationMs, track.Isrc, track.SpotifyId, place.AddedAt, place.Reason)).ToListAsync(cancellationToken);
        return new PlaylistFile(head.Name, head.Description, number, head.CreatedAt, tracks);
    }

    private static Task<List<long>> IdsAsync(MusicContext context, Guid userId, long playlistId, int number, CancellationToken cancellationToken) =>
        Places(context, userId, playlistId, number).OrderBy(place => place.Position).Select(place => place.TrackId).ToListAsync(cancellationToken);

    private static IQueryable<PlaylistTrack> Places(MusicContext context, Guid userId, long playlistId, int number) =>
        from version in context.PlaylistVersions
        join place in context.PlaylistTracks on version.Id equals place.VersionId
        where version.UserId == userId && version.PlaylistId == playlistId && version.Number == number
        select place;

    private static IQueryable<PlaylistEntry> Named(MusicContext context, IQueryable<PlaylistTrack> places) =>
        from place in places
        join track in context.Tracks on place.TrackId equals track.Id
        from album in context.Albums.Where(album => album.Id == track.AlbumId).DefaultIfEmpty()
        from artist in context.Artists.Where(artist => artist.Id == album!.ArtistId).DefaultIfEmpty()
        orderby place.Position
        select new PlaylistEntry(place.Position, track.Id, track.Name, track.DisplayArtist)
        {
            Album = track.AlbumName,
            AlbumArtist = artist!.Name,
            Image = track.ImageUrl ?? album!.ImageUrl,
            DurationMs = track.DurationMs,
            Reason = place.Reason,
            AddedAt = place.AddedAt,
        };

    private static IQueryable<Row> Rows(MusicContext context, Guid userId, long? playlistId) =>
        from playlist in context.Playlists
        from version in context.PlaylistVersions.Where(version => version.PlaylistId == playlist.Id).OrderByDescending(version => version.Number).Take(1)
        where playlist.UserId == userId && (playlistId == null || playlist.Id == playlistId)
        select new Row
        {
            Playlist = playlist,
            VersionId = version.Id,
            Versions = version.Number,
            ChangedAt = version.CreatedAt,
            Tracks = 1 + (context.PlaylistTracks.Where(track => track.VersionId == version.Id).Max(track => (int?)track.Position) ?? -1),
        };

    private static async Task<ILookup<long, PlaylistCover>> CoversAsync(MusicContext context, long[] versions, CancellationToken cancellationToken)
    {
        var places = context.PlaylistTracks.Where(place => versions.Contains(place.VersionId) && place.Position < Looked);
        var looks = await (
            from place in places
            join track in context.Tracks on place.TrackId equals track.Id
            from album in context.Albums.Where(album => album.Id == track.AlbumId).DefaultIfEmpty()
            from artist in context.Artists.Where(artist => artist.Id == album!.ArtistId).DefaultIfEmpty()
            orderby place.VersionId, place.Position
            select new { place.VersionId, Cover = new PlaylistCover(track.AlbumName ?? track.Name, artist!.Name ?? track.DisplayArtist, track.AlbumName != null, track.ImageUrl ?? album!.ImageUrl) })
            .ToListAsync(cancellationToken);
        return looks.GroupBy(look => look.VersionId).SelectMany(of => of.Select(look => look.Cover).Distinct().Take(MostCovers).Select(cover => (of.Key, cover)))
            .ToLookup(look => look.Key, look => look.cover);
    }

    private static PlaylistSummary Summary(Row row, ILookup<long, PlaylistCover> covers) =>
        new(row.Playlist.Id, row.Playlist.Kind, row.Playlist.Name, row.Tracks, row.Versions, row.ChangedAt)
        {
            Description = row.Playlist.Description,
            SpotifyId = row.Playlist.SpotifyId,
            SpotifyOwner = row.Playlist.SpotifyOwner,
            GoneAt = row.Playlist.GoneAt,
            Covers = [.. covers[row.VersionId]],
        };

    private sealed class Row
    {
        public required Playlist Playlist { get; init; }

        public long VersionId { get; init; }

        public int Versions { get; init; }

        public DateTimeOffset ChangedAt { get; init; }

        public int Tracks { get; init; }
    }
}
