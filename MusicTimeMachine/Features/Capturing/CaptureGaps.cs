using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>
/// Times in which more may have been played than Spotify keeps. An import of extended history closes a gap when it has plays at both
/// ends of it, since Spotify writes such a history without holes; when it is undone, the gap is open again.
/// </summary>
public sealed class CaptureGaps(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The shortest play that Spotify reports.</summary>
    private static readonly TimeSpan ShortestPlay = TimeSpan.FromSeconds(30);

    /// <summary>How far the two sources can differ about the time of one play.</summary>
    private static readonly TimeSpan Blur = TimeSpan.FromSeconds(90);

    /// <summary>How far from a gap's end the next play may lie that the history has.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromDays(1);

    /// <summary>The gaps of a person that are open, the latest first.</summary>
    public async Task<IReadOnlyList<OpenGap>> OpenAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.CaptureGaps.Where(gap => gap.UserId == userId && gap.ClosedBy == null)
            .OrderByDescending(gap => gap.UntilAt).Select(gap => new OpenGap(gap.Id, gap.FromAt, gap.UntilAt)).ToListAsync(cancellationToken);
    }

    /// <summary>Finds out anew which gaps of a person are closed, after an import or its undoing. Within the caller's transaction, if there is one.</summary>
    public static Task ReviewAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
             update capture_gaps g set closed_by = covered.import_id
             from (
                 select gap.id, case when exists (
                     select from plays p where p.user_id = {userId} and p.source = {(short)PlaySource.SpotifyExtended}
                       and p.played_at between gap.from_at - {Near} and gap.from_at + {Blur}) then (
                     select p.import_id from plays p where p.user_id = {userId} and p.source = {(short)PlaySource.SpotifyExtended}
                       and p.played_at between gap.until_at - {Blur} and gap.until_at + {Near}
                     order by p.played_at limit 1) end as import_id
                 from capture_gaps gap where gap.user_id = {userId}) covered
             where g.id = covered.id and g.closed_by is distinct from covered.import_id
             """, cancellationToken);

    /// <summary>Notes that something may be missing before a play. Within the transaction that writes it and before that moves on how far was read, under the lock of the library.</summary>
    /// <param name="context">The caller's context.</param>
    /// <param name="userId">Whose history.</param>
    /// <param name="until">The end of the play.</param>
    /// <param name="length">How long its track is: it may fill the time by itself.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal static async Task NoteBeforeAsync(MusicContext context, Guid userId, DateTimeOffset until, TimeSpan length, CancellationToken cancellationToken)
    {
        // Before the first play that is known of somebody, nothing is missing. What was captured before the account was connected
        // may be another one's, of which this one says nothing; an import is the person's own.
        var found = await context.Database.ExecuteSqlAsync(
            $"""
             insert into capture_gaps (user_id, from_at, until_at, found_at)
             select {userId}, before.played_at, {until.ToUniversalTime()}, now()
             from (
                 select played_at, source from plays
                 where user_id = {userId} and played_at < {until.ToUniversalTime()}
                   and source in ({(short)PlaySource.SpotifyExtended}, {(short)PlaySource.SpotifyRecent}, {(short)PlaySource.SpotifyAccount})
                 order by played_at desc limit 1) before
             where before.played_at < {until.ToUniversalTime() - length - ShortestPlay}
               and (before.source <> {(short)PlaySource.SpotifyRecent}
                   or exists (select from spotify_accounts a where a.user_id = {userId} and a.captured_until is not null))
             on conflict do nothing
             """, cancellationToken);
        if (found > 0) await ReviewAsync(context, userId, cancellationToken);
    }
}
