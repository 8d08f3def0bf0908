using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening.Hiding;

/// <summary>
/// Marks the plays that a person's rules hide. Like the links between reports, the marks are always computed anew from the
/// rules and the stored plays, so it does not matter which came first.
/// </summary>
internal static class HiddenPlays
{
    /// <summary>Marks the plays of a range anew, totals not included. Within the caller's transaction and under the person's lock.</summary>
    /// <param name="context">The caller's context.</param>
    /// <param name="userId">Whose plays.</param>
    /// <param name="from">The first time.</param>
    /// <param name="to">The last time, included.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What has changed.</returns>
    public static async Task<HidingChange> MarkAsync(MusicContext context, Guid userId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        (await context.Database.SqlQuery<HidingChange>(
            $"""
             with marks as materialized (
                 select p.id, p.played_at, exists (
                     select 1 from hiding_rules r where r.user_id = {userId} and case r.kind
                         when 'song' then r.song_id = t.song_id
                         when 'artist' then r.artist_id = t.artist_id
                         when 'album' then r.album_id = t.album_id
                         when 'context' then r.context_uri = p.context_uri
                         when 'source' then r.source = p.source
                         else (extract(hour from p.played_at at time zone u.time_zone)::int - r.from_hour + 24) % 24 < (r.to_hour - r.from_hour + 24) % 24
                     end) as hidden
                 from plays p join tracks t on t.id = p.track_id join users u on u.id = p.user_id
                 where p.user_id = {userId} and p.played_at between {from} and {to}),
             changed as (
                 update plays p set hidden = marks.hidden from marks
                 where p.id = marks.id and p.hidden <> marks.hidden
                 returning p.track_id, p.played_at)
             select count(*) as "Plays", coalesce(array_agg(distinct track_id), array[]::bigint[]) as "Tracks", min(played_at) as "First", max(played_at) as "Last" from changed
             """).ToListAsync(cancellationToken)).Single(); // As a list: EF Core would put what changes rows into a subquery.

    /// <summary>Marks all plays of a person anew and brings the totals after them.</summary>
    public static async Task<HidingChange> MarkAllAsync(MusicContext context, Guid userId, CancellationToken cancellationToken)
    {
        var change = await MarkAsync(context, userId, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, cancellationToken);
        if (change is { First: { } first, Last: { } last })
        {
            await Rollups.RefreshTracksAsync(context, userId, change.Tracks, cancellationToken);
            await Rollups.RefreshAsync(context, userId, first, last, cancellationToken);
        }

        return change;
    }

    /// <summary>Whether a person has any rules.</summary>
    public static Task<bool> AnyAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) =>
        context.HidingRules.AnyAsync(rule => rule.UserId == userId, cancellationToken);
}

/// <summary>What has been hidden or shown again.</summary>
/// <param name="Plays">How many plays.</param>
/// <param name="Tracks">Their tracks.</param>
/// <param name="First">The earliest of them; null when there is none.</param>
/// <param name="Last">The latest of them.</param>
internal sealed record HidingChange(long Plays, long[] Tracks, DateTimeOffset? First, DateTimeOffset? Last);
