using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Listening;

/// <summary>Finds where in a person's history plays are missing.</summary>
internal static class HistoryGapsQuery
{
    /// <summary>The most gaps of one history, the latest.</summary>
    private const int Most = 1_000;

    public static async Task<IReadOnlyList<HistoryGap>> FindAsync(MusicContext context, Guid userId, CancellationToken cancellationToken)
    {
        var gaps = await context.Database.SqlQuery<Found>(
            $"""
             select day as "Day", (
                     select count(*)::int from plays p
                     where p.user_id = {userId} and p.duplicate_of is null and p.removed_by is null
                       and p.played_at >= until_at and p.played_at < (day + 1)::timestamp at time zone time_zone) as "After",
                 from_at as "From", from_at at time zone time_zone as "FromLocal", until_at as "Until", until_at at time zone time_zone as "UntilLocal"
             from (
                 select g.from_at, g.until_at, u.time_zone, (g.until_at at time zone u.time_zone)::date as day
                 from capture_gaps g join users u on u.id = g.user_id
                 where g.user_id = {userId} and g.closed_by is null
                 order by g.until_at desc limit {Most}) gaps
             """).ToListAsync(cancellationToken);
        return [.. gaps.Select(gap => new HistoryGap(gap.Day, gap.After, Here(gap.From, gap.FromLocal), Here(gap.Until, gap.UntilLocal)))];
    }

    private static DateTimeOffset Here(DateTimeOffset moment, DateTime local) => new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), local - moment.UtcDateTime);

    private sealed record Found(DateOnly Day, int After, DateTimeOffset From, DateTime FromLocal, DateTimeOffset Until, DateTime UntilLocal);
}
