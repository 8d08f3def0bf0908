using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>What was heard on one day of the calendar, year by year.</summary>
public sealed class OnThisDayQuery(ListeningMemory memory, PlaysQuery plays, IDbContextFactory<MusicContext> contexts)
{
    /// <summary>How many songs each year names.</summary>
    public const int Songs = 5;

    /// <summary>The years in which something was heard on the day, the latest first.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="month">1–12.</param>
    /// <param name="day">A day of that month: for 29 February only leap years have an answer.</param>
    /// <param name="cancellationToken">Stops the queries.</param>
    public async Task<IReadOnlyList<DayOfYear>> AskAsync(Guid userId, int month, int day, CancellationToken cancellationToken)
    {
        if (await plays.SpanAsync(userId, cancellationToken) is not { } span) return [];
        var heard = await memory.ReadAsync(userId, new(span.First, span.Last.AddDays(1)), cancellationToken);
        var years = Enumerable.Range(span.First.Year, span.Last.Year - span.First.Year + 1).Reverse()
            .Where(year => day <= DateTime.DaysInMonth(year, month))
            .Select(year => new DateOnly(year, month, day))
            .Select(date => (Date: date, Songs: heard.Within(new(date, date.AddDays(1))).FewSongs()))
            .Where(year => year.Songs.Count > 0).ToList();

        var ids = heard.Catalog.Songs.Ids;
        var named = years.SelectMany(year => CanLead(year.Songs)).Select(song => ids[song]).Distinct().ToArray();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var names = (await TopNames.OfSongsAsync(context, userId, named, cancellationToken)).ToDictionary(name => name.Item);
        return
        [
            .. years.Select(year => new DayOfYear(
                year.Date, year.Songs.Values.Sum(song => song.Plays), year.Songs.Values.Sum(song => song.Ms), year.Songs.Count,
                Lead(year.Songs, song => names.GetValueOrDefault(ids[song])))),
        ];
    }

    /// <summary>The best, and all that equal the last of them: names decide between equals.</summary>
    private static IEnumerable<int> CanLead(Dictionary<int, Tally> songs)
    {
        var keys = songs.Values.Select(tally => Ranking.Key(tally, TopOrder.Plays)).OrderDescending().Take(Songs).ToList();
        return songs.Where(song => Ranking.Key(song.Value, TopOrder.Plays).CompareTo(keys[^1]) >= 0).Select(song => song.Key);
    }

    private static IReadOnlyList<TopItem> Lead(Dictionary<int, Tally> songs, Func<int, TopNames.Named?> nameOf) =>
    [
        .. CanLead(songs).Select(song => (Tally: songs[song], Named: nameOf(song))).Where(song => song.Named is not null)
            .OrderByDescending(song => Ranking.Key(song.Tally, TopOrder.Plays))
            .ThenBy(song => song.Named!.Name, StringComparer.Ordinal).ThenBy(song => song.Named!.Id)
            .Take(Songs)
            .Select((song, i) => new TopItem(i + 1, song.Named!.Id, song.Named.Name, song.Named.Artist, song.Tally.Plays, song.Tally.Ms)
            {
                Album = song.Named.Album,
                AlbumArtist = song.Named.AlbumArtist,
                Image = song.Named.Image,
            }),
    ];
}
