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
        int[] plays = [.. played.Select(artist => now.Values[artist].Plays)];
        long[] ms = [.. played.Select(artist => now.Values[artist].Ms)];
        int[] playsBefore = [.. played.Select(artist => before?.Values[artist].Plays ?? 0)];
        long[] msBefore = [.. played.Select(artist => before?.Values[artist].Ms ?? 0)];

        // A sum of floats is several times quicker than one of numerics, and exact for so few milliseconds.
        var rows = await context.Database.SqlQuery<Row>(
            $"""
             select g.name as "Name", sum(c.plays)::int as "Plays", sum(c.ms::float8)::bigint as "Ms",
                 sum(c.plays_before)::int as "PlaysBefore", sum(c.ms_before::float8)::bigint as "MsBefore"
             from unnest({ids}, {plays}, {ms}, {playsBefore}, {msBefore}) as c (artist_id, plays, ms, plays_before, ms_before)
             join artists a on a.id = c.artist_id
             cross join unnest(a.genres) as g (name)
             group by g.name
             """).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Genre(row.Name, new Tally(row.Ms, row.Plays), new Tally(row.MsBefore, row.PlaysBefore)))];
    }

    /// <summary>A genre with its tally now and before.</summary>
    public sealed record Genre(string Name, Tally Now, Tally Before);

    private sealed record Row(string Name, int Plays, long Ms, int PlaysBefore, long MsBefore);
}
