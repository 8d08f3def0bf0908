using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Spotify;

namespace MusicTimeMachine.Features.Snapshots;

/// <summary>Reads the ranks of some songs or artists over the dates.</summary>
internal static class RankHistories
{
    /// <param name="context">The database.</param>
    /// <param name="userId">Whose ranks.</param>
    /// <param name="request">Which list, and which lines.</param>
    /// <param name="dates">The dates of all snapshots, in order; they are thinned out here.</param>
    /// <param name="entries">The list of the last of them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<RankHistory> ReadAsync(
        MusicContext context, Guid userId, SnapshotsRequest request, IReadOnlyList<DateOnly> dates, IReadOnlyList<SnapshotEntry> entries, CancellationToken cancellationToken)
    {
        var history = RankHistory.Thin(dates, RankHistory.MostDates);
        var best = SnapshotComparison.Best(entries);
        long[] items = [.. (request.Lines.Count > 0 ? request.Lines.Distinct() : best.Keys).Take(SnapshotsRequest.MostLines)];
        var ranks = (await RanksAsync(context, userId, request, items, [.. history.Dates], cancellationToken)).ToLookup(rank => rank.Item);
        var names = best.Values.Select(entry => (entry.Item, entry.Id, entry.Name, entry.Artist)).ToDictionary(named => named.Item);
        long[] others = [.. items.Where(item => ranks.Contains(item) && !names.ContainsKey(item))];
        if (others.Length > 0)
        {
            var found = request.Kind == SnapshotKind.Tracks
                ? await TopNames.OfSongsAsync(context, userId, others, cancellationToken) : await TopNames.OfArtistsAsync(context, others, cancellationToken);
            foreach (var named in found) names[named.Item] = (named.Item, named.Id, named.Name, named.Artist);
        }

        return history with { Lines = [.. items.Where(item => ranks.Contains(item) && names.ContainsKey(item)).Select(Line)] };

        RankLine Line(long item)
        {
            var known = ranks[item].ToDictionary(rank => rank.Date, rank => (int?)rank.Rank);
            return new RankLine(item, names[item].Id, names[item].Name, names[item].Artist, [.. history.Dates.Select(date => known.GetValueOrDefault(date))]);
        }
    }

    private static Task<List<Ranked>> RanksAsync(
        MusicContext context, Guid userId, SnapshotsRequest request, long[] items, DateOnly[] dates, CancellationToken cancellationToken)
    {
        var word = request.Range.Word();
        return (request.Kind == SnapshotKind.Tracks
            ? context.Database.SqlQuery<Ranked>(
                $"""
                 select t.song_id as "Item", s.date as "Date", min(s.rank)::int as "Rank"
                 from tracks t join snapshots s on s.user_id = {userId} and s.track_id = t.id and s.time_range = {word} and s.date = any ({dates})
                 where t.song_id = any ({items})
                 group by t.song_id, s.date
                 """)
            : context.Database.SqlQuery<Ranked>(
                $"""
                 select artist_id as "Item", date as "Date", rank::int as "Rank" from artist_snapshots
                 where artist_id = any ({items}) and user_id = {userId} and time_range = {word} and date = any ({dates})
                 """)).ToListAsync(cancellationToken);
    }

    private sealed record Ranked(long Item, DateOnly Date, int Rank);
}
