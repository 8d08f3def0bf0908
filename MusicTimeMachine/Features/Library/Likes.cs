using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Library;

/// <summary>What people like here, with a note of theirs. A track outside the person's library is not found.</summary>
public sealed class Likes(IDbContextFactory<MusicContext> contexts, TimeProvider clock)
{
    /// <summary>Likes a track. One that is liked already stays as it is, with its note.</summary>
    /// <param name="userId">Who likes it.</param>
    /// <param name="trackId">The track.</param>
    /// <param name="since">Since when; null for now.</param>
    /// <param name="cancellationToken">Stops the change.</param>
    /// <returns>Whether the track is in the library.</returns>
    public async Task<bool> LikeAsync(Guid userId, long trackId, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var added = await context.Database.ExecuteSqlAsync(
            $"""
             insert into liked_tracks (user_id, track_id, liked_at)
             select user_id, track_id, {since?.ToUniversalTime() ?? clock.GetUtcNow()} from user_tracks where user_id = {userId} and track_id = {trackId}
             on conflict do nothing
             """, cancellationToken);
        if (added > 0) await LikeChanges.LikeAsync(context, userId, trackId, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return added > 0 || await HasAsync(context, userId, trackId, cancellationToken);
    }

    /// <summary>Likes a track no more. Its note goes with it; one that is not liked stays as it is.</summary>
    /// <returns>Whether the track is in the library.</returns>
    public async Task<bool> UnlikeAsync(Guid userId, long trackId, CancellationToken cancellationToken)
    {
        await RemoveAsync(userId, trackId, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await HasAsync(context, userId, trackId, cancellationToken);
    }

    /// <summary>Likes a track no more, and gives what goes with that, for <see cref="RestoreAsync"/>.</summary>
    /// <returns>The like; null when there was none.</returns>
    public async Task<RemovedLike?> RemoveAsync(Guid userId, long trackId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var removed = (await context.Database.SqlQuery<RemovedLike>(
            $"""
             delete from liked_tracks where user_id = {userId} and track_id = {trackId}
             returning track_id as "TrackId", liked_at as "LikedAt", notes as "Notes", from_spotify as "FromSpotify", on_spotify_since as "OnSpotifySince", left_spotify_at as "LeftSpotifyAt"
             """).ToListAsync(cancellationToken)).SingleOrDefault();
        if (removed is not null) await LikeChanges.UnlikeAsync(context, userId, removed, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return removed;
    }

    /// <summary>Likes a track again as before, with its date and its note.</summary>
    /// <returns>Whether the track is in the library still.</returns>
    public async Task<bool> RestoreAsync(Guid userId, RemovedLike like, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(like);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var added = await context.Database.ExecuteSqlAsync(
            $"""
             insert into liked_tracks (user_id, track_id, liked_at, notes, from_spotify, on_spotify_since, left_spotify_at)
             select user_id, track_id, {like.LikedAt}, {like.Notes}, {like.FromSpotify}, {like.OnSpotifySince}, {like.LeftSpotifyAt}
             from user_tracks where user_id = {userId} and track_id = {like.TrackId}
             on conflict do nothing
             """, cancellationToken);
        if (added > 0) await LikeChanges.TakeBackAsync(context, userId, like.TrackId, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return added > 0 || await HasAsync(context, userId, like.TrackId, cancellationToken);
    }

    /// <summary>Puts a note in the place of the one before; an empty one takes it away.</summary>
    /// <param name="userId">Whose note.</param>
    /// <param name="trackId">A track that they like.</param>
    /// <param name="notes">The note; what is longer than <see cref="LikedTrack.MaxNotes"/> is refused, see <see cref="ProblemOf"/>.</param>
    /// <param name="cancellationToken">Stops the change.</param>
    /// <returns>Whether the track is one that they like.</returns>
    /// <exception cref="ArgumentException">The note is too long; the message is a sentence for a person.</exception>
    public async Task<bool> SetNotesAsync(Guid userId, long trackId, string? notes, CancellationToken cancellationToken)
    {
        if (ProblemOf(notes) is { } problem) throw new ArgumentException(problem, nameof(notes));
        var kept = Kept(notes);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.LikedTracks.Where(liked => liked.UserId == userId && liked.TrackId == trackId)
            .ExecuteUpdateAsync(liked => liked.SetProperty(l => l.Notes, kept), cancellationToken) > 0;
    }

    /// <summary>What is wrong with a note, as a sentence for a person; null when it can be kept.</summary>
    public static string? ProblemOf(string? notes)
    {
        var length = Kept(notes)?.EnumerateRunes().Count() ?? 0;
        return length <= LikedTrack.MaxNotes
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"This note has {length:N0} characters, and there is room for {LikedTrack.MaxNotes:N0}. Shorten it by {length - LikedTrack.MaxNotes:N0}.");
    }

    /// <summary>The note as it is kept: no blanks around it, lines end in one way, and no character that PostgreSQL refuses; null for an empty one.</summary>
    internal static string? Kept(string? notes)
    {
        var text = new StringBuilder();
        foreach (var rune in (notes ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value != 0) text.Append(rune.ToString());
        }

        var kept = text.ToString().Trim();
        return kept.Length == 0 ? null : kept;
    }

    private static Task<bool> HasAsync(MusicContext context, Guid userId, long trackId, CancellationToken cancellationToken) =>
        context.UserTracks.AnyAsync(track => track.UserId == userId && track.TrackId == trackId, cancellationToken);
}
