using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Home;

/// <summary>How much somebody listened.</summary>
public sealed class SummaryQuery(ListeningMemory memory, IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The numbers of a range, and of the range to compare it with.</summary>
    public async Task<Summary> AskAsync(Guid userId, DayRange range, DayRange? before, CancellationToken cancellationToken)
    {
        var heard = await memory.ReadAsync(userId, range.With(before ?? range), cancellationToken);
        return await AskAsync(userId, heard.Within(range), before is { } other ? heard.Within(other) : null, cancellationToken);
    }

    internal async Task<Summary> AskAsync(Guid userId, Heard now, Heard? before, CancellationToken cancellationToken) =>
        Of(now, await EndsAsync(userId, now, cancellationToken)) with
        {
            Before = before is null ? null : Of(before, await EndsAsync(userId, before, cancellationToken)),
        };

    private static Summary Of(Heard heard, Ends ends)
    {
        var all = heard.All;
        return new Summary(all.Plays, all.Ms, heard.Songs.Played, heard.Artists.Played, heard.Albums.Played, ends.First, ends.Last);
    }

    private async Task<Ends> EndsAsync(Guid userId, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.All.Plays == 0) return new Ends(null, null);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Database.SqlQuery<Ends>(
            $"""
             with counted as not materialized (
                 select p.played_at from plays p
                 where p.user_id = {userId}
                   and p.played_at >= {heard.Range.From}::timestamp at time zone (select time_zone from users where id = {userId})
                   and p.played_at < {heard.Range.To}::timestamp at time zone (select time_zone from users where id = {userId})
                   and p.duplicate_of is null and p.removed_by is null and not p.hidden
                   and (p.ms_played is null or p.ms_played >= (select counted_from_ms from users where id = {userId})))
             select (select played_at from counted order by played_at limit 1) as "First",
                 (select played_at from counted order by played_at desc limit 1) as "Last"
             """).SingleAsync(cancellationToken);
    }

    private sealed record Ends(DateTimeOffset? First, DateTimeOffset? Last);
}
