using System.Buffers;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Catalog.Ranks;

/// <summary>The rank of a song, artist or album in each year of a person's history.</summary>
public sealed class RankThroughYearsQuery(ListeningMemory memory, PlaysQuery plays)
{
    /// <summary>The ranks from the first to the last year of the history.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="id">The catalogue's number of the song, artist or album.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <returns>A line for each year, also for those without a play of it; empty when there is no counted play of it at all.</returns>
    public async Task<IReadOnlyList<YearRank>> AskAsync(Guid userId, RankedKind kind, long id, CancellationToken cancellationToken)
    {
        if (await plays.SpanAsync(userId, cancellationToken) is not { } span) return [];
        var heard = await memory.ReadAsync(userId, new DayRange(span.First, span.Last.AddDays(1)), cancellationToken);
        var items = Items(heard, kind);
        var item = Array.IndexOf(items.Ids, id);
        return item < 0 ? [] : Of(heard, items, item, heard.Of(items, item));
    }

    internal static HeardItems Items(Heard heard, RankedKind kind) => kind switch
    {
        RankedKind.Song => heard.Catalog.Songs,
        RankedKind.Artist => heard.Catalog.Artists,
        _ => heard.Catalog.Albums,
    };

    /// <summary>The ranks, when its own plays are counted already.</summary>
    internal static IReadOnlyList<YearRank> Of(Heard heard, HeardItems items, int item, Heard own)
    {
        var tallies = ArrayPool<Tally>.Shared.Rent(items.Ids.Length);
        List<YearRank> ranks = [];
        for (var year = heard.Range.From.Year; year <= heard.Range.To.AddDays(-1).Year; year++)
        {
            var mine = own.Within(Year(heard.Range, year)).All;
            ranks.Add(mine.Plays == 0 ? new YearRank(year, null, 0, 0, 0) : Place(heard.Within(Year(heard.Range, year)), items, item, year, tallies.AsSpan(0, items.Ids.Length)));
        }

        ArrayPool<Tally>.Shared.Return(tallies);
        return ranks;
    }

    private static YearRank Place(Heard heard, HeardItems items, int item, int year, Span<Tally> tallies)
    {
        tallies.Clear();
        heard.AddTo(items, tallies);
        var mine = tallies[item];
        var (better, among) = (0, 0);
        foreach (var other in tallies)
        {
            if (other.Plays > 0) among++;
            if ((other.Plays, other.Ms).CompareTo((mine.Plays, mine.Ms)) > 0) better++;
        }

        return new YearRank(year, better + 1, among, mine.Plays, mine.Ms);
    }

    private static DayRange Year(DayRange whole, int year)
    {
        var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31).AddDays(year == 9999 ? 0 : 1));
        return new DayRange(first < whole.From ? whole.From : first, next > whole.To ? whole.To : next);
    }
}
