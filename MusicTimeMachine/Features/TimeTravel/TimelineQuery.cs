using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>How much was played in each month of a history.</summary>
public sealed class TimelineQuery(IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The months from the first with a play to the last, without gaps; none for an empty history.</summary>
    public async Task<IReadOnlyList<TimelineMonth>> AskAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var heard = await context.ListeningMonths.Where(month => month.UserId == userId).OrderBy(month => month.Month)
            .Select(month => new TimelineMonth(month.Month, month.Plays)).ToListAsync(cancellationToken);
        if (heard.Count == 0) return [];
        var plays = heard.ToDictionary(month => month.Month, month => month.Plays);
        var (first, last) = (heard[0].Month, heard[^1].Month);
        return
        [
            .. Enumerable.Range(0, (12 * (last.Year - first.Year)) + last.Month - first.Month + 1).Select(first.AddMonths)
                .Select(month => new TimelineMonth(month, plays.GetValueOrDefault(month))),
        ];
    }
}
