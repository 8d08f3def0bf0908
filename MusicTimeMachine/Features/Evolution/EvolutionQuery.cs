using System.Runtime.CompilerServices;
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

    // A person's months are forgotten together with the memory that they were counted from.
    private readonly ConditionalWeakTable<PersonMemory, EvolutionHistory> _histories = [];

    /// <summary>The months that hold the days of a range; the first and the last are whole, and of too many the latest stay.</summary>
    public async Task<EvolutionData> AskAsync(Guid userId, DayRange range, CancellationToken cancellationToken)
    {
        // What was heard before says what is new: the whole past is walked through, once.
        var heard = await memory.ReadAsync(userId, ListeningMemory.Always, cancellationToken);
        var features = await memory.ReadFeaturesAsync(heard, cancellationToken);
        var genres = await memory.ReadGenresAsync(heard, cancellationToken);
        if (!_histories.TryGetValue(heard.Person, out var history) || !history.IsOf(heard, features, genres))
            _histories.AddOrUpdate(heard.Person, history = new EvolutionHistory(heard, features, genres));
        return history.Of(MonthsOf(range), Genres);
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
