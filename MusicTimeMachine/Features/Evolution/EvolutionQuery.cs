using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Evolution;

/// <summary>How somebody's listening changes from month to month.</summary>
public sealed class EvolutionQuery(ListeningMemory memory)
{
    /// <summary>How many genres have a series of their own.</summary>
    public const int Genres = 8;

    /// <summary>The most months of one answer: a hundred years.</summary>
    public const int MostMonths = 1200;

    /// <summary>The months that hold the days of a range; the first and the last are whole, and of too many the latest stay.</summary>
    public async Task<EvolutionData> AskAsync(Guid userId, DayRange range, CancellationToken cancellationToken)
    {
        var months = MonthsOf(range);
        // What was heard before says what is new: the whole past is walked through.
        var heard = await memory.ReadAsync(userId, new(DateOnly.MinValue, range.To), cancellationToken);
        var walk = new EvolutionWalk(
            heard.Catalog, await memory.ReadFeaturesAsync(heard, cancellationToken), await memory.ReadGenresAsync(heard, cancellationToken));
        var played = heard.Months.ToDictionary(month => month.Month);
        if (months.Count > 0)
        {
            foreach (var month in heard.Months.TakeWhile(month => month.Month < months[0])) walk.Pass(month);
        }

        List<EvolutionMonth> counted = [.. months.Select(month => walk.Count(month, played.GetValueOrDefault(month)))];
        var (genres, others) = walk.Genres(Genres);
        return new EvolutionData(counted, genres, others);
    }

    private static List<DateOnly> MonthsOf(DayRange range)
    {
        if (range.Days == 0) return [];
        var (first, last) = (range.From, range.To.AddDays(-1));
        var count = (12 * (last.Year - first.Year)) + last.Month - first.Month + 1;
        var begin = new DateOnly(first.Year, first.Month, 1).AddMonths(Math.Max(0, count - MostMonths));
        return [.. Enumerable.Range(0, Math.Min(count, MostMonths)).Select(begin.AddMonths)];
    }
}
