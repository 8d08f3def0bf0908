using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening.Hiding;

/// <summary>A person's rules about what is kept out of their statistics. Every answer follows at once, and a rule can always be taken back.</summary>
public sealed class HidingRules(IDbContextFactory<MusicContext> contexts, TimeProvider clock)
{
    /// <summary>Most rules that one person has.</summary>
    public const int Most = 1_000;

    /// <summary>The person's rules, the newest first, with what they are called and how many plays of the history each covers.</summary>
    public async Task<IReadOnlyList<HidingRuleView>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from rule in context.HidingRules
            where rule.UserId == userId
            from artist in context.Artists.Where(artist => artist.Id == rule.ArtistId).DefaultIfEmpty()
            from album in context.Albums.Where(album => album.Id == rule.AlbumId).DefaultIfEmpty()
            from albumArtist in context.Artists.Where(artist => artist.Id == album!.ArtistId).DefaultIfEmpty()
            from playlist in context.Playlists.Where(playlist => playlist.UserId == userId && "spotify:playlist:" + playlist.SpotifyId == rule.ContextUri).DefaultIfEmpty()
            let track = context.Tracks.Where(track => track.SongId == rule.SongId && context.UserTracks.Any(own => own.UserId == userId && own.TrackId == track.Id)).OrderBy(track => track.Id).FirstOrDefault()
            orderby rule.Id descending
            select new HidingRuleView(rule.Id, rule.Kind, rule.CreatedAt)
            {
                Name = artist!.Name ?? album!.Name ?? track!.Name ?? playlist!.Name ?? rule.ContextUri,
                Artist = albumArtist!.Name ?? track!.DisplayArtist,
                Source = rule.Source,
                FromHour = rule.FromHour,
                ToHour = rule.ToHour,
            }).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>The rule that hides this artist, album or song; null when there is none.</summary>
    /// <param name="userId">Whose rules.</param>
    /// <param name="kind">What the number is of.</param>
    /// <param name="id">The catalogue's number; of a song, that of any of its tracks.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<long?> FindAsync(Guid userId, HidingKind kind, long id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.HidingRules
            .Where(rule => rule.UserId == userId && rule.Kind == kind
                && (rule.ArtistId == id || rule.AlbumId == id || context.Tracks.Any(track => track.Id == id && track.SongId == rule.SongId)))
            .Select(rule => (long?)rule.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Hides everything by an artist of the person's library.</summary>
    /// <returns>What came of it; not found for an artist of whom the person has nothing.</returns>
    public Task<HidingResult> HideArtistAsync(Guid userId, long artistId, CancellationToken cancellationToken) =>
        HideAsync(userId, new HidingRule { Kind = HidingKind.Artist, ArtistId = artistId }, tracks => tracks.Where(track => track.ArtistId == artistId), cancellationToken);

    /// <summary>Hides an album of the person's library.</summary>
    /// <returns>What came of it; not found for an album of which the person has nothing.</returns>
    public Task<HidingResult> HideAlbumAsync(Guid userId, long albumId, CancellationToken cancellationToken) =>
        HideAsync(userId, new HidingRule { Kind = HidingKind.Album, AlbumId = albumId }, tracks => tracks.Where(track => track.AlbumId == albumId), cancellationToken);

    /// <summary>Hides the song of a track of the person's library, under all its ids.</summary>
    /// <returns>What came of it; not found for a track that is not in the library.</returns>
    public async Task<HidingResult> HideTrackAsync(Guid userId, long trackId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var songId = await context.Tracks.Where(track => track.Id == trackId).Select(track => (long?)track.SongId).SingleOrDefaultAsync(cancellationToken);
        return songId is null
            ? HidingResult.NotFound
            : await HideAsync(userId, new HidingRule { Kind = HidingKind.Song, SongId = songId }, tracks => tracks.Where(track => track.Id == trackId), cancellationToken);
    }

    /// <summary>Hides what was played from a playlist, album or artist page.</summary>
    public Task<HidingResult> HideContextAsync(Guid userId, string contextUri, CancellationToken cancellationToken) =>
        HideAsync(userId, new HidingRule { Kind = HidingKind.Context, ContextUri = contextUri }, null, cancellationToken);

    /// <summary>Hides what was learned from a source.</summary>
    public Task<HidingResult> HideSourceAsync(Guid userId, PlaySource source, CancellationToken cancellationToken) =>
        HideAsync(userId, new HidingRule { Kind = HidingKind.Source, Source = source }, null, cancellationToken);

    /// <summary>Hides hours of the person's day.</summary>
    /// <param name="userId">Whose statistics.</param>
    /// <param name="from">The first hour, 0 to 23.</param>
    /// <param name="to">The hour that is no longer hidden, 0 to 23, another than <paramref name="from"/>; the smaller one of the two when the night lies between them.</param>
    /// <param name="cancellationToken">Stops it; nothing is hidden then.</param>
    /// <exception cref="ArgumentOutOfRangeException">The hours are none.</exception>
    public Task<HidingResult> HideHoursAsync(Guid userId, int from, int to, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(to);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, 23);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, 23);
        ArgumentOutOfRangeException.ThrowIfEqual(from, to);
        return HideAsync(userId, new HidingRule { Kind = HidingKind.Hours, FromHour = (short)from, ToHour = (short)to }, null, cancellationToken);
    }

    /// <summary>Takes a rule back.</summary>
    /// <returns>What came of it; not found when the person has no such rule.</returns>
    public async Task<HidingResult> RemoveAsync(Guid userId, long ruleId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await LibraryLock.LockAsync(context, userId, cancellationToken);
        if (await context.HidingRules.Where(rule => rule.UserId == userId && rule.Id == ruleId).ExecuteDeleteAsync(cancellationToken) == 0) return HidingResult.NotFound;
        return await FollowAsync(context, transaction, userId, ruleId, cancellationToken);
    }

    // The person must have one of the tracks that the rule is about, when it is about any.
    private async Task<HidingResult> HideAsync(Guid userId, HidingRule rule, Func<IQueryable<Catalog.Track>, IQueryable<Catalog.Track>>? of, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await LibraryLock.LockAsync(context, userId, cancellationToken);
        if (of is not null && !await of(context.Tracks).AnyAsync(track => context.UserTracks.Any(own => own.UserId == userId && own.TrackId == track.Id), cancellationToken)) return HidingResult.NotFound;

        var same = await context.HidingRules.Where(other => other.UserId == userId && other.Kind == rule.Kind && other.ArtistId == rule.ArtistId && other.AlbumId == rule.AlbumId
            && other.SongId == rule.SongId && other.ContextUri == rule.ContextUri && other.Source == rule.Source && other.FromHour == rule.FromHour && other.ToHour == rule.ToHour)
            .Select(other => other.Id).SingleOrDefaultAsync(cancellationToken);
        if (same != 0) return new HidingResult(same, 0, null);
        if (await context.HidingRules.CountAsync(other => other.UserId == userId, cancellationToken) >= Most)
            return new HidingResult(null, 0, $"There are {Most:N0} rules already. Take back those that are no longer needed.");

        (rule.UserId, rule.CreatedAt) = (userId, clock.GetUtcNow());
        context.HidingRules.Add(rule);
        await context.SaveChangesAsync(cancellationToken);
        return await FollowAsync(context, transaction, userId, rule.Id, cancellationToken);
    }

    private static async Task<HidingResult> FollowAsync(
        MusicContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Guid userId, long ruleId, CancellationToken cancellationToken)
    {
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var change = await HiddenPlays.MarkAllAsync(context, userId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new HidingResult(ruleId, change.Plays, null);
    }
}
