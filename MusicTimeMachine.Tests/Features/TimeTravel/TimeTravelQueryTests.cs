using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.TimeTravel;
using MusicTimeMachine.Tests.Features.Home;

namespace MusicTimeMachine.Tests.Features.TimeTravel;

public sealed class TimeTravelQueryTests(TravelHistories travel) : IClassFixture<TravelHistories>
{
    private readonly Histories _histories = travel.Histories;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TopQuery Top => new(_histories.Memory, _histories.Database);

    [Theory]
    [MemberData(nameof(Histories.Ranges), MemberType = typeof(Histories))]
    public async Task TimeTravel_ToARange_IsWhatTheRowsSay(string zone, string from, string to)
    {
        var (history, range) = (_histories.Of(zone), Histories.Range(from, to));
        var summary = new SummaryQuery(_histories.Memory, _histories.Database);
        foreach (var order in Enum.GetValues<TopOrder>())
        {
            var data = await new TimeTravelQuery(_histories.Memory, summary, Top).AskAsync(history.User.Id, range, range.Before, order, Cancel);

            Assert.Equal(await summary.AskAsync(history.User.Id, range, range.Before, Cancel), data.Summary);
            foreach (var (kind, list) in ((TopKind, TopList)[])[(TopKind.Tracks, data.Tracks), (TopKind.Artists, data.Artists), (TopKind.Albums, data.Albums), (TopKind.Genres, data.Genres)])
            {
                var top = await Top.AskAsync(history.User.Id, new TopRequest(kind, range) { Before = range.Before, Order = order, Limit = TimeTravelQuery.Lines }, Cancel);
                Assert.Equal(top.Items, list.Items);
                Assert.Equal(top.Total, list.Total);
            }

            InventedSounds.AssertSame(InventedSounds.Plain(history, history.CountedIn(range)), data.Sound);
            InventedSounds.AssertSame(InventedSounds.Plain(history, history.CountedIn(range.Before)), data.SoundBefore);
            var month = Destination.OfMonth(range.From).Range;
            Assert.Equal(Enumerable.Range(0, month.Days).Select(day => history.CountedIn(new(month.From.AddDays(day), month.From.AddDays(day + 1))).Count()).ToList(), data.Days);
        }
    }

    [Theory]
    [MemberData(nameof(Histories.Ranges), MemberType = typeof(Histories))]
    public async Task Discoveries_OfARange_AreWhatWasNeverHeardBefore(string zone, string from, string to)
    {
        var (history, range) = (_histories.Of(zone), Histories.Range(from, to));
        foreach (var order in Enum.GetValues<TopOrder>())
        {
            var songs = await Top.DiscoveriesAsync(history.User.Id, new TopRequest(TopKind.Tracks, range) { Order = order, Limit = 200 }, Cancel);
            var artists = await Top.DiscoveriesAsync(history.User.Id, new TopRequest(TopKind.Artists, range) { Order = order, Limit = 200 }, Cancel);

            Assert.Equal(Ordered(TravelHistories.Discovered(history, range, play => history.TrackOf(play).SongId), order), songs.Items.Select(Numbers));
            Assert.Equal(
                TravelHistories.Discovered(history, range, play => history.TrackOf(play).SongId).Select(song => song.Key).Order(),
                songs.Items.Select(song => history.Catalog.Track(song.Id!.Value).SongId).Order());
            Assert.Equal(Ordered(TravelHistories.Discovered(history, range, play => history.TrackOf(play).ArtistId), order), artists.Items.Select(Numbers));
            Assert.Equal(
                TravelHistories.Discovered(history, range, play => history.TrackOf(play).ArtistId).Select(artist => artist.Key).Order(),
                artists.Items.Select(artist => artist.Id!.Value).Order());
            Assert.Equal((songs.Items.Count, artists.Items.Count), (songs.Total, artists.Total));
            Assert.All(songs.Items, song => Assert.Null(song.RankBefore));
        }

        static (int, long) Numbers(TopItem item) => (item.Plays, item.MsPlayed);
        static IEnumerable<(int, long)> Ordered(List<(long Key, int Plays, long Ms)> items, TopOrder order) => order == TopOrder.Plays
            ? items.OrderByDescending(item => item.Plays).ThenByDescending(item => item.Ms).Select(item => (item.Plays, item.Ms))
            : items.OrderByDescending(item => item.Ms).ThenByDescending(item => item.Plays).Select(item => (item.Plays, item.Ms));
    }

    [Fact]
    public async Task Discoveries_OfGenresAndAlbums_AreThoseWithoutAnEarlierPlay()
    {
        var history = _histories.Of("Europe/Zurich");
        var everything = Histories.Range("2000-01-01", "2100-01-01");

        var genres = await Top.DiscoveriesAsync(history.User.Id, new TopRequest(TopKind.Genres, everything), Cancel);
        var albums = await Top.DiscoveriesAsync(history.User.Id, new TopRequest(TopKind.Albums, everything) { Limit = 200 }, Cancel);
        var later = await Top.DiscoveriesAsync(history.User.Id, new TopRequest(TopKind.Genres, Histories.Range("2026-02-01", "2026-03-01")), Cancel);

        Assert.Equal((await Top.AskAsync(history.User.Id, new TopRequest(TopKind.Genres, everything), Cancel)).Items, genres.Items);
        Assert.Equal((await Top.AskAsync(history.User.Id, new TopRequest(TopKind.Albums, everything) { Limit = 200 }, Cancel)).Items, albums.Items);
        Assert.Equal(0, later.Total);
    }

    [Fact]
    public async Task Timeline_OfAHistory_HasEveryMonthFromTheFirstToTheLast()
    {
        var history = _histories.Of("America/New_York");

        var months = await new TimelineQuery(_histories.Database).AskAsync(history.User.Id, Cancel);

        var (first, last) = (history.Shown.Min(history.Day), history.Shown.Max(history.Day));
        Assert.Equal((new DateOnly(first.Year, first.Month, 1), new DateOnly(last.Year, last.Month, 1)), (months[0].Month, months[^1].Month));
        Assert.Equal(
            months.Select((_, i) => months[0].Month.AddMonths(i)).Select(month => new TimelineMonth(month, history.CountedIn(new(month, month.AddMonths(1))).Count())), months);
    }

    [Fact]
    public async Task EmptyHistory_HasNoMonthsAndNoNumbers()
    {
        var nobody = (await _histories.Database.AddUserAsync()).Id;

        Assert.Empty(await new TimelineQuery(_histories.Database).AskAsync(nobody, Cancel));
        var data = await new TimeTravelQuery(_histories.Memory, new(_histories.Memory, _histories.Database), Top)
            .AskAsync(nobody, Histories.Range("2025-01-01", "2026-01-01"), Histories.Range("2024-01-01", "2025-01-01"), TopOrder.Plays, Cancel);

        Assert.Equal((0L, 0, 0), (data.Summary.Plays, data.Tracks.Total, data.NewTracks.Total));
        Assert.Equal(new Fingerprint(0, 0), data.Sound);
    }
}
