using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Library;

/// <summary>
/// Writes to Spotify what people liked here and took back, where they allowed it. It goes by the schedule of captures, so it
/// heeds Spotify's limits as they do; what is to be written stands in <c>like_changes</c>, and goes from there once it is
/// written. Writing something twice is the same as writing it once.
/// </summary>
internal sealed class LikeWriter(IDbContextFactory<MusicContext> contexts, SpotifyAccess access, SpotifyApi api, TimeProvider clock) : ICapture
{
    /// <summary>The capture's kind.</summary>
    public const string Name = "spotify-like-writes";

    public string Kind => Name;

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public Task<bool> IsWantedAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) =>
        context.SpotifyAccounts.AnyAsync(account => account.UserId == userId && account.WritesLikesSince != null, cancellationToken);

    public async Task CaptureAsync(Guid userId, CancellationToken cancellationToken)
    {
        while (await NextAsync(userId, cancellationToken) is { Count: > 0 } changes) await WriteAsync(userId, changes, cancellationToken);
    }

    /// <summary>What is said next: the likes in the order in which they were made, then what was taken back.</summary>
    private async Task<IReadOnlyList<Unwritten>> NextAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.SpotifyAccounts.Where(account => account.UserId == userId && account.WritesLikesSince != null)
            .Select(account => new { account.Scopes }).SingleOrDefaultAsync(cancellationToken);
        if (account is null) return [];
        var next = await (
            from change in context.LikeChanges
            join track in context.Tracks on change.TrackId equals track.Id
            where change.UserId == userId && change.Unwritten && track.SpotifyId != null
            orderby change.Liked descending, change.ChangedAt, change.TrackId
            select new Unwritten(change.TrackId, "spotify:track:" + track.SpotifyId, change.Liked, change.ChangedAt)).Take(SpotifyApi.MostInLibrary).ToListAsync(cancellationToken);
        if (next.Count > 0 && !account.Scopes.Contains(SpotifyScopes.WriteLikes)) throw new SpotifyException(SpotifyProblem.ScopeMissing, LikeWriting.NotAllowed);
        return [.. next.TakeWhile(change => change.Liked == next[0].Liked)];
    }

    private async Task WriteAsync(Guid userId, IReadOnlyList<Unwritten> changes, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(userId, changes, cancellationToken);
        }
        catch (SpotifyException refused) when (refused.Problem is SpotifyProblem.Refused or SpotifyProblem.NotFound)
        {
            // One track that Spotify does not take spoils the call for all that are in it.
            if (changes.Count == 1) await NoteAsync(userId, changes, refused: true, cancellationToken);
            else foreach (var change in changes) await WriteAsync(userId, [change], cancellationToken);
            return;
        }

        await NoteAsync(userId, changes, refused: false, cancellationToken);
    }

    private Task<bool> SendAsync(Guid userId, IReadOnlyList<Unwritten> changes, CancellationToken cancellationToken)
    {
        string[] uris = [.. changes.Select(change => change.Uri)];
        return access.CallAsync(userId, async pass =>
        {
            await (changes[0].Liked ? api.SaveToLibraryAsync(pass, uris, cancellationToken) : api.RemoveFromLibraryAsync(pass, uris, cancellationToken));
            return true;
        }, cancellationToken);
    }

    /// <summary>Notes that it was said, unless the person has said something else since.</summary>
    private async Task NoteAsync(Guid userId, IReadOnlyList<Unwritten> changes, bool refused, CancellationToken cancellationToken)
    {
        var (tracks, times, now) = (changes.Select(change => change.TrackId).ToArray(), changes.Select(change => change.ChangedAt).ToArray(), clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             update like_changes c set unwritten = false, refused = {refused}, on_spotify_since = case when {refused} then c.on_spotify_since end
             from unnest({tracks}, {times}) as said (track_id, changed_at)
             where c.user_id = {userId} and c.track_id = said.track_id and c.changed_at = said.changed_at and ({refused} or not c.liked)
             """, cancellationToken);
        if (changes[0].Liked && !refused)
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                 delete from like_changes c using unnest({tracks}, {times}) as said (track_id, changed_at)
                 where c.user_id = {userId} and c.track_id = said.track_id and c.changed_at = said.changed_at and c.liked
                 """, cancellationToken);
            await context.LikedTracks.Where(like => like.UserId == userId && tracks.Contains(like.TrackId) && like.OnSpotifySince == null)
                .ExecuteUpdateAsync(like => like.SetProperty(l => l.OnSpotifySince, now).SetProperty(l => l.LeftSpotifyAt, (DateTimeOffset?)null), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record Unwritten(long TrackId, string Uri, bool Liked, DateTimeOffset ChangedAt);
}
