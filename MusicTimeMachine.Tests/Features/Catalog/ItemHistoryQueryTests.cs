using MusicTimeMachine.Features.Catalog.Ranks;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Catalog;

public sealed class ItemHistoryQueryTests(SoundingHistories histories) : IClassFixture<SoundingHistories>
{
    private readonly PlaysQuery _plays = new(histories.Database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Europe/Zurich", RankedKind.Song)]
    [InlineData("Europe/Zurich", RankedKind.Artist)]
    [InlineData("Europe/Zurich", RankedKind.Album)]
    [InlineData("America/New_York", RankedKind.Song)]
    [InlineData("America/New_York", RankedKind.Artist)]
    [InlineData("America/New_York", RankedKind.Album)]
    public async Task History_OfEachItem_IsWhatTheRowsSay(string zone, RankedKind kind)
    {
        var history = histories.Of(zone);
        foreach (var id in history.Counted.Select(play => IdOf(history, kind, play)).OfType<long>().Distinct())
        {
            var answer = await new ItemHistoryQuery(histories.Memory, _plays).AskAsync(history.User.Id, kind, id, Stop);

            Assert.Equal(ActivityUnit.Month, answer.Unit);
            Assert.Equal(Months(history, kind, id), answer.Series);
            Assert.Equal(Years(history, kind, id), answer.Ranks);
            Assert.Equal(answer.Ranks, await new RankThroughYearsQuery(histories.Memory, _plays).AskAsync(history.User.Id, kind, id, Stop));
        }
    }

    [Theory]
    [InlineData(RankedKind.Song)]
    [InlineData(RankedKind.Album)]
    public async Task History_OfWhatWasNeverHeard_IsEmpty(RankedKind kind)
    {
        var nobody = (await histories.Database.AddUserAsync()).Id;
        foreach (var user in (Guid[])[histories.Of("Europe/Zurich").User.Id, nobody])
        {
            Assert.Equal(ItemHistory.Empty, await new ItemHistoryQuery(histories.Memory, _plays).AskAsync(user, kind, long.MaxValue, Stop));
            Assert.Empty(await new RankThroughYearsQuery(histories.Memory, _plays).AskAsync(user, kind, -1, Stop));
        }
    }

    private static long? IdOf(InventedHistory history, RankedKind kind, Play play) => kind switch
    {
        RankedKind.Song => history.TrackOf(play).SongId,
        RankedKind.Artist => history.TrackOf(play).ArtistId,
        _ => history.TrackOf(play).AlbumId,
    };

    private static List<ActivityPoint> Months(InventedHistory history, RankedKind kind, long id)
    {
        var (first, last) = (history.Shown.Min(history.Day), history.Shown.Max(history.Day));
        var plays = history.Counted.Where(play => IdOf(history, kind, play) == id).ToLookup(play => new DateOnly(history.Day(play).Year, history.Day(play).Month, 1));
        return
        [
            .. Enumerable.Range(0, (12 * (last.Year - first.Year)) + last.Month - first.Month + 1).Select(new DateOnly(first.Year, first.Month, 1).AddMonths)
                .Select(month => new ActivityPoint(month, plays[month].Count(), plays[month].Sum(InventedHistory.Ms), null)),
        ];
    }

    private static List<YearRank> Years(InventedHistory history, RankedKind kind, long id) =>
    [
        .. Enumerable.Range(2025, 2).Select(year =>
        {
            var items = history.CountedIn(new DayRange(new(year, 1, 1), new(year + 1, 1, 1))).Where(play => IdOf(history, kind, play) is not null)
                .GroupBy(play => IdOf(history, kind, play)!.Value).ToDictionary(item => item.Key, item => (Plays: item.Count(), Ms: item.Sum(InventedHistory.Ms)));
            return items.TryGetValue(id, out var own)
                ? new YearRank(year, 1 + items.Values.Count(other => other.CompareTo(own) > 0), items.Count, own.Plays, own.Ms)
                : new YearRank(year, null, 0, 0, 0);
        }),
    ];
}
