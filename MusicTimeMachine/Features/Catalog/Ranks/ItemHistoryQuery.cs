using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Catalog.Ranks;

/// <summary>A song, artist or album through the whole history of a person, from one reading of the plays.</summary>
public sealed class ItemHistoryQuery(ListeningMemory memory, PlaysQuery plays)
{
    /// <summary>More months than this become years: a phone cannot show them.</summary>
    private const int MostMonths = 24 * 12;

    /// <summary>The history of the item; empty when the person has heard nothing.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="id">The catalogue's number of the song, artist or album.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<ItemHistory> AskAsync(Guid userId, RankedKind kind, long id, CancellationToken cancellationToken) =>
        await ReadAsync(userId, cancellationToken) is { } heard ? Of(heard, kind, id) : ItemHistory.Empty;

    /// <summary>All counted plays; null when there is none.</summary>
    internal async Task<Heard?> ReadAsync(Guid userId, CancellationToken cancellationToken) =>
        await plays.SpanAsync(userId, cancellationToken) is { } span
            ? await memory.ReadAsync(userId, new DayRange(span.First, span.Last.AddDays(1)), cancellationToken)
            : null;

    internal static ItemHistory Of(Heard heard, RankedKind kind, long id)
    {
        var items = RankThroughYearsQuery.Items(heard, kind);
        var item = Array.IndexOf(items.Ids, id);
        if (item < 0) return ItemHistory.Empty;
        var own = heard.Of(items, item);
        var unit = heard.Range.Days <= MostMonths * 31 ? ActivityUnit.Month : ActivityUnit.Year;
        return new ItemHistory(unit, ActivityQuery.Series(own, null, unit), RankThroughYearsQuery.Of(heard, items, item, own));
    }
}
