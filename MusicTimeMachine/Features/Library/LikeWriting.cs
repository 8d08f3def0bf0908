using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Spotify;

namespace MusicTimeMachine.Features.Library;

/// <summary>Whether the likes that a person makes here are written to Spotify, and how that stands.</summary>
public sealed class LikeWriting(IDbContextFactory<MusicContext> contexts, CaptureSchedule schedule, TimeProvider clock)
{
    internal const string NotAllowed = "Spotify was not allowed to let likes be written, or not when it was connected last. Allow it on the settings page.";

    /// <summary>How it stands.</summary>
    public async Task<LikeWritingState> StateAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.SpotifyAccounts.Where(account => account.UserId == userId)
            .Select(account => new { account.WritesLikesSince, account.Scopes }).SingleOrDefaultAsync(cancellationToken);
        var changes = context.LikeChanges.Where(change => change.UserId == userId);
        var state = new LikeWritingState(
            account is not null, account?.WritesLikesSince is not null, account?.Scopes.Contains(SpotifyScopes.WriteLikes) == true,
            await changes.CountAsync(change => change.Unwritten, cancellationToken), await changes.CountAsync(change => change.Refused, cancellationToken),
            await Here(context, userId).CountAsync(track => track.SpotifyId != null, cancellationToken),
            await Here(context, userId).CountAsync(track => track.SpotifyId == null, cancellationToken));
        if (!state.Wanted) return state;
        return state with { Problem = (await schedule.StateAsync(userId, cancellationToken)).FirstOrDefault(capture => capture.Kind == LikeWriter.Name)?.Error };
    }

    /// <summary>Switches it on, where Spotify has been allowed it, or off. What waits is not written then.</summary>
    /// <returns>Whether it is as wanted: not, when Spotify has to be asked first.</returns>
    public async Task<bool> SetAsync(Guid userId, bool wanted, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var account = await context.SpotifyAccounts.SingleOrDefaultAsync(account => account.UserId == userId, cancellationToken);
        if (wanted && account?.Scopes.Contains(SpotifyScopes.WriteLikes) != true) return false;
        if (account is not null) account.WritesLikesSince = wanted ? account.WritesLikesSince ?? clock.GetUtcNow() : null;
        await context.SaveChangesAsync(cancellationToken);
        if (!wanted)
        {
            await context.LikeChanges.Where(change => change.UserId == userId && change.Liked).ExecuteDeleteAsync(cancellationToken);
            await context.LikeChanges.Where(change => change.UserId == userId)
                .ExecuteUpdateAsync(change => change.SetProperty(c => c.Unwritten, false).SetProperty(c => c.Refused, false), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Writes the likes that were made here before it was switched on too.</summary>
    /// <returns>How many.</returns>
    public async Task<int> WriteAllAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.SpotifyAccounts.AnyAsync(account => account.UserId == userId && account.WritesLikesSince != null, cancellationToken)) return 0;
        var added = await context.Database.ExecuteSqlAsync(
            $"""
             insert into like_changes (user_id, track_id, liked, changed_at, unwritten, refused)
             select l.user_id, l.track_id, true, l.liked_at, true, false
             from liked_tracks l join tracks t on t.id = l.track_id
             where l.user_id = {userId} and not l.from_spotify and l.on_spotify_since is null and l.left_spotify_at is null and t.spotify_id is not null
             on conflict do nothing
             """, cancellationToken);
        await schedule.StartAsync(userId, LikeWriter.Name, cancellationToken);
        return added;
    }

    /// <summary>Tracks that were liked here, that Spotify's list does not hold and did not lose, and that do not wait.</summary>
    private static IQueryable<Catalog.Track> Here(MusicContext context, Guid userId) =>
        from like in context.LikedTracks
        join track in context.Tracks on like.TrackId equals track.Id
        where like.UserId == userId && !like.FromSpotify && like.OnSpotifySince == null && like.LeftSpotifyAt == null
            && !context.LikeChanges.Any(change => change.UserId == userId && change.TrackId == like.TrackId)
        select track;
}
