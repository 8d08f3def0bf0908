using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>How it was then: everything about a range of days, from one reading of the plays.</summary>
public sealed class TimeTravelQuery(ListeningMemory memory, SummaryQuery summary, TopQuery top)
{
    /// <summary>How many lines each list has.</summary>
    public const int Lines = 8;

    /// <summary>The tops, the discoveries and the sound of a range.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="range">Then.</param>
    /// <param name="before">What it is compared with.</param>
    /// <param name="order">What the lists are ordered by.</param>
    /// <param name="cancellationToken">Stops the queries.</param>
    public async Task<TimeTravelData> AskAsync(Guid userId, DayRange range, DayRange before, TopOrder order, CancellationToken cancellationToken)
    {
        // A discovery is what has no play before: the whole past is asked.
        var all = await memory.ReadAsync(userId, new(DateOnly.MinValue, range.To), cancellationToken);
        var (now, then, past) = (all.Within(range), all.Within(before), all.Within(new(DateOnly.MinValue, range.From)));
        now.CountAll();
        then.CountAll();
        past.CountAll();

        // Three connections at most, as on the first page.
        var numbers = SoundAsync();
        var tops = ListsAsync([TopKind.Tracks, TopKind.Artists], async kind => await top.AskAsync(userId, Request(kind) with { Before = before }, now, then, cancellationToken));
        var more = ListsAsync([TopKind.Albums, TopKind.Genres], async kind => await top.AskAsync(userId, Request(kind) with { Before = before }, now, then, cancellationToken));
        await Task.WhenAll(numbers, tops, more);
        var news = await ListsAsync([TopKind.Tracks, TopKind.Artists], async kind => await top.DiscoveriesAsync(userId, Request(kind), now, past, cancellationToken));

        var (total, sound, soundBefore) = await numbers;
        var ((tracks, artists), (albums, genres)) = (await tops, await more);
        IReadOnlyList<int> days = [.. all.Within(Destination.OfMonth(range.From).Range).ByDay().Select(day => day.Plays)];
        return new TimeTravelData(total, tracks, artists, albums, genres, news.First, news.Second, sound, soundBefore, days);

        TopRequest Request(TopKind kind) => new(kind, range) { Order = order, Limit = Lines };

        async Task<(Summary Counts, Fingerprint Sound, Fingerprint Before)> SoundAsync()
        {
            var counts = await summary.AskAsync(userId, now, then, cancellationToken);
            var features = await memory.ReadFeaturesAsync(now, cancellationToken);
            return (counts, now.Sound(features), then.Sound(features));
        }
    }

    private static async Task<(TopList First, TopList Second)> ListsAsync(TopKind[] kinds, Func<TopKind, Task<TopList>> listAsync) =>
        (await listAsync(kinds[0]), await listAsync(kinds[1]));
}
