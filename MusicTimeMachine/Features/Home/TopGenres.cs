using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Home;

/// <summary>Tallies of genres: those of their artists, added up.</summary>
internal static class TopGenres
{
    /// <summary>Every genre that was played in one of the ranges.</summary>
    public static async Task<IReadOnlyList<Genre>> TallyAsync(MusicContext context, Tallies now, Tallies? before, CancellationToken cancellationToken)
    {
        int[] played = [.. Enumerable.Range(0, now.Ids.Length).Where(artist => now.Values[artist].Plays > 0 || before?.Values[artist].Plays > 0)];
        long[] ids = [.. played.Select(artist => now.Ids[artist])];
        var rows = await context.Database.SqlQuery<Row>(
            $"""
             select a.id as "Artist", g.name as "Genre"
             from artists a cross join lateral (select distinct name from unnest(a.genres) as g (name)) g
             where a.id = any({ids})
             """).ToListAsync(cancellationToken);
        var numbers = played.ToDictionary(artist => now.Ids[artist]);
        return
        [
            .. rows.GroupBy(row => row.Genre, row => numbers[row.Artist], StringComparer.Ordinal).Select(genre => new Genre(
                genre.Key,
                genre.Aggregate(default(Tally), (sum, artist) => sum + now.Values[artist]),
                genre.Aggregate(default(Tally), (sum, artist) => before is null ? sum : sum + before.Values[artist]))),
        ];
    }

    /// <summary>A genre with its tally now and before.</summary>
    public sealed record Genre(string Name, Tally Now, Tally Before);

    private sealed record Row(long Artist, string Genre);
}
