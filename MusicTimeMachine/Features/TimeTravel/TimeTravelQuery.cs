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
        // What is a discovery, the whole history knows.
        var all = await memory.ReadAsync(userId, ListeningMemory.Always, cancellationToken);
        var (now, then, firsts) = (all.Within(range), all.Within(before), memory.FirstsOf(all));
        now.CountAll();
        then.CountAll();

        // Three connections at most, as on the first page.
        var numbers = SoundAsync();
        var heard = ListsAsync(TopAsync(TopKind.Tracks), TopAsync(TopKind.Artists), NewAsync(TopKind.Artists));
        var more = ListsAsync(TopAsync(TopKind.Albums), TopAsync(TopKind.Genres), NewAsync(TopKind.Tracks));
        await Task.WhenAll(numbers, heard, more);

        var (total, sound, soundBefore) = await numbers;
        var ((tracks, artists, newArtists), (albums, genres, newTracks)) = (await heard, await more);
        IReadOnlyList<int> days = [.. all.Within(Destination.OfMonth(range.From).Range).ByDay().Select(day => day.Plays)];
        return new TimeTravelData(total, tracks, artists, albums, genres, newTracks, newArtists, sound, soundBefore, days);

        TopRequest Request(TopKind kind) => new(kind, range) { Before = before, Order = order, Limit = Lines };
        Func<Task<TopList>> TopAsync(TopKind kind) => () => top.AskAsync(userId, Request(kind), now, then, cancellationToken);
        Func<Task<TopList>> NewAsync(TopKind kind) => () => top.DiscoveriesAsync(userId, Request(kind), now, firsts, cancellationToken);

        async Task<(Summary Counts, Fingerprint Sound, Fingerprint Before)> SoundAsync()
        {
            var counts = await summary.AskAsync(userId, now, then, cancellationToken);
            var features = await memory.ReadFeaturesAsync(now, cancellationToken);
            return (counts, now.Sound(features), then.Sound(features));
        }
    }

    private static async Task<(TopList First, TopList Second, TopList Third)> ListsAsync(params Func<Task<TopList>>[] asksAsync) =>
        (await asksAsync[0](), await asksAsync[1](), await asksAsync[2]());
}
