using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Home;

/// <summary>What somebody heard most.</summary>
public sealed class TopQuery(ListeningMemory memory, IDbContextFactory<MusicContext> contexts)
{
    /// <summary>The most items of one answer.</summary>
    public const int MostItems = 200;

    /// <summary>The best of a range; of equals, the one whose name comes first by its characters' numbers.</summary>
    public async Task<TopList> AskAsync(Guid userId, TopRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var heard = await memory.ReadAsync(userId, request.Range.With(request.Before ?? request.Range), cancellationToken);
        return await AskAsync(userId, request, heard.Within(request.Range), request.Before is { } other ? heard.Within(other) : null, cancellationToken);
    }

    /// <summary>
    /// The best of what was heard in a range and never before it. A range to compare with is left aside: there is nothing
    /// of a discovery in it.
    /// </summary>
    public async Task<TopList> DiscoveriesAsync(Guid userId, TopRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var all = await memory.ReadAsync(userId, ListeningMemory.Always, cancellationToken);
        return await DiscoveriesAsync(userId, request, all.Within(request.Range), memory.FirstsOf(all), cancellationToken);
    }

    internal async Task<TopList> DiscoveriesAsync(Guid userId, TopRequest request, Heard now, FirstHeard firsts, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var from = request.Range.From;
        switch (request.Kind)
        {
            case TopKind.Tracks:
                return await PageAsync(request, now.Songs.FirstSince(firsts.Songs, from), null, ids => TopNames.OfSongsAsync(context, userId, ids, cancellationToken));
            case TopKind.Artists:
                return await PageAsync(request, now.Artists.FirstSince(firsts.Artists, from), null, ids => TopNames.OfArtistsAsync(context, ids, cancellationToken));
            case TopKind.Albums:
                return await PageAsync(request, now.Albums.FirstSince(firsts.Albums, from), null, ids => TopNames.OfAlbumsAsync(context, ids, cancellationToken));
            default:
                // A genre is new when all of its artists are.
                var genres = await memory.ReadGenresAsync(now, cancellationToken);
                var known = firsts.Artists.Select((day, artist) => (day, artist)).Where(first => first.day < from.DayNumber)
                    .SelectMany(first => genres.OfArtist[first.artist]).ToHashSet();
                return PageOfGenres(request, genres, [.. genres.Tally(now.Artists).Select((tally, genre) => known.Contains(genre) ? default : tally)], null);
        }
    }

    internal async Task<TopList> AskAsync(Guid userId, TopRequest request, Heard now, Heard? before, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        switch (request.Kind)
        {
            case TopKind.Tracks:
                return await PageAsync(request, now.Songs, before?.Songs, ids => TopNames.OfSongsAsync(context, userId, ids, cancellationToken));
            case TopKind.Artists:
                return await PageAsync(request, now.Artists, before?.Artists, ids => TopNames.OfArtistsAsync(context, ids, cancellationToken));
            case TopKind.Albums:
                return await PageAsync(request, now.Albums, before?.Albums, ids => TopNames.OfAlbumsAsync(context, ids, cancellationToken));
            default:
                var genres = await memory.ReadGenresAsync(now, cancellationToken);
                return PageOfGenres(request, genres, genres.Tally(now.Artists), before is null ? null : genres.Tally(before.Artists));
        }
    }

    private static async Task<TopList> PageAsync(TopRequest request, Tallies now, Tallies? before, Func<long[], Task<List<TopNames.Named>>> nameAsync)
    {
        var (offset, limit) = Window(request);
        var (numbers, better) = Ranking.Page(now.Values, request.Order, offset, limit);
        var numberOf = numbers.ToDictionary(number => now.Ids[number]);
        var page = (await nameAsync([.. numberOf.Keys]))
            .OrderByDescending(named => Ranking.Key(now.Values[numberOf[named.Item]], request.Order))
            .ThenBy(named => named.Name, StringComparer.Ordinal).ThenBy(named => named.Id)
            .Skip(offset - better).Take(limit).ToList();
        Tally[] then = [.. page.Select(named => before?.Values[numberOf[named.Item]] ?? default)];
        var ranks = Ranking.Ranks(then, before?.Values ?? [], request.Order);
        return new TopList(
            [.. page.Select((named, i) => Item(offset + i + 1, named.Name, now.Values[numberOf[named.Item]], then[i], ranks[i]) with
            {
                Id = named.Id,
                Artist = named.Artist,
                Album = named.Album,
                AlbumArtist = named.AlbumArtist,
                Image = named.Image,
            })],
            now.Played);
    }

    private static TopList PageOfGenres(TopRequest request, HeardGenres genres, Tally[] now, Tally[]? then)
    {
        var (offset, limit) = Window(request);
        var before = then ?? new Tally[now.Length];
        var played = Enumerable.Range(0, now.Length).Where(genre => now[genre].Plays > 0).ToList();
        var page = played.OrderByDescending(genre => Ranking.Key(now[genre], request.Order)).ThenBy(genre => genres.Names[genre], StringComparer.Ordinal)
            .Skip(offset).Take(limit).ToList();
        var ranks = Ranking.Ranks([.. page.Select(genre => before[genre])], before, request.Order);
        return new TopList([.. page.Select((genre, i) => Item(offset + i + 1, genres.Names[genre], now[genre], before[genre], ranks[i]))], played.Count);
    }

    private static (int Offset, int Limit) Window(TopRequest request) =>
        (Math.Clamp(request.Offset, 0, int.MaxValue - MostItems), Math.Clamp(request.Limit, 0, MostItems));

    private static TopItem Item(int rank, string name, Tally now, Tally before, int? rankBefore) =>
        new(rank, null, name, null, now.Plays, now.Ms) { PlaysBefore = before.Plays, MsPlayedBefore = before.Ms, RankBefore = rankBefore };
}
