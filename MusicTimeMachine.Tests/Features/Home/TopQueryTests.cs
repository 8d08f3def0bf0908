using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Home;

public sealed class TopQueryTests(Histories histories) : IClassFixture<Histories>
{
    private sealed record Line(string Key, TopItem Look, int Plays, long Ms);

    [Theory]
    [MemberData(nameof(Histories.Ranges), MemberType = typeof(Histories))]
    public async Task Top_OfARange_IsWhatTheRowsSay(string zone, string from, string to)
    {
        var (history, range) = (histories.Of(zone), Histories.Range(from, to));
        foreach (var kind in Enum.GetValues<TopKind>())
        {
            foreach (var order in Enum.GetValues<TopOrder>())
            {
                var request = new TopRequest(kind, range) { Before = range.Before, Order = order, Limit = 200 };

                var top = await AskAsync(history, request);

                var expected = Expected(history, request);
                Assert.Equal(expected, top.Items);
                Assert.Equal(expected.Count, top.Total);
            }
        }
    }

    [Theory]
    [InlineData(TopKind.Tracks)]
    [InlineData(TopKind.Artists)]
    [InlineData(TopKind.Albums)]
    [InlineData(TopKind.Genres)]
    public async Task Top_ByPages_IsTheWholeListInOrder(TopKind kind)
    {
        // Few plays in few days: nearly all songs are equal, and names decide.
        var (history, range) = (histories.Of("Europe/Zurich"), Histories.Range("2026-01-01", "2026-01-03"));
        var expected = Expected(history, new TopRequest(kind, range));
        List<TopItem> pages = [];
        for (var offset = 0; offset < expected.Count + 3; offset += 3)
        {
            var page = await AskAsync(history, new TopRequest(kind, range) { Limit = 3, Offset = offset });
            Assert.Equal(expected.Count, page.Total);
            pages.AddRange(page.Items);
        }

        Assert.Equal(expected, pages);
    }

    [Fact]
    public async Task Top_LimitOfNone_HasNoItemsAndTheTotal()
    {
        var (history, range) = (histories.Of("Europe/Zurich"), Histories.Range("2025-10-01", "2026-03-01"));

        var top = await AskAsync(history, new TopRequest(TopKind.Artists, range) { Limit = 0 });

        Assert.Empty(top.Items);
        Assert.Equal(history.CountedIn(range).Select(play => history.TrackOf(play).ArtistId).Distinct().Count(), top.Total);
    }

    private Task<TopList> AskAsync(InventedHistory history, TopRequest request) =>
        new TopQuery(histories.Memory, histories.Database).AskAsync(history.User.Id, request, TestContext.Current.CancellationToken);

    private static List<TopItem> Expected(InventedHistory history, TopRequest request)
    {
        var before = request.Before is { } range ? Lines(history, request.Kind, range) : [];
        return
        [
            .. Lines(history, request.Kind, request.Range)
                .OrderByDescending(line => First(line, request.Order)).ThenByDescending(line => Second(line, request.Order))
                .ThenBy(line => line.Look.Name, StringComparer.Ordinal).ThenBy(line => line.Look.Id)
                .Select((line, i) =>
                {
                    var then = before.SingleOrDefault(other => other.Key == line.Key);
                    return line.Look with
                    {
                        Rank = i + 1,
                        Plays = line.Plays,
                        MsPlayed = line.Ms,
                        PlaysBefore = then?.Plays ?? 0,
                        MsPlayedBefore = then?.Ms ?? 0,
                        RankBefore = then is null ? null : 1 + before.Count(other => Better(other, then, request.Order)),
                    };
                }),
        ];
    }

    private static bool Better(Line a, Line b, TopOrder order) =>
        First(a, order) > First(b, order) || (First(a, order) == First(b, order) && Second(a, order) > Second(b, order));

    private static long First(Line line, TopOrder order) => order == TopOrder.Plays ? line.Plays : line.Ms;

    private static long Second(Line line, TopOrder order) => order == TopOrder.Plays ? line.Ms : line.Plays;

    private static List<Line> Lines(InventedHistory history, TopKind kind, DayRange range) =>
    [
        .. history.CountedIn(range).GroupBy(history.TrackOf)
            .SelectMany(track => Looks(history, kind, track.Key).SelectMany(look => track.Select(play => (look.Key, look.Look, Ms: InventedHistory.Ms(play)))))
            .GroupBy(play => play.Key)
            .Select(item => new Line(item.Key, item.First().Look, item.Count(), item.Sum(play => play.Ms))),
    ];

    private static IEnumerable<(string Key, TopItem Look)> Looks(InventedHistory history, TopKind kind, Track track) => kind switch
    {
        TopKind.Tracks => [($"{track.SongId}", LookOf(history, MostPlayed(history, track.SongId)))],
        TopKind.Artists => [($"{track.ArtistId}", new TopItem(0, track.ArtistId, history.Catalog.ArtistOf(track).Name, null, 0, 0) { Image = history.Catalog.ArtistOf(track).ImageUrl })],
        TopKind.Albums => history.Catalog.AlbumOf(track) is { } album ? [($"{album.Id}", LookOf(history, album))] : [],
        _ => history.Catalog.ArtistOf(track).Genres.Select(genre => (genre, new TopItem(0, null, genre, null, 0, 0))),
    };

    private static Track MostPlayed(InventedHistory history, long songId) => history.Counted.Select(play => (Play: play, Track: history.TrackOf(play)))
        .Where(play => play.Track.SongId == songId).GroupBy(play => play.Track)
        .OrderByDescending(track => track.Count()).ThenByDescending(track => track.Sum(play => InventedHistory.Ms(play.Play))).ThenBy(track => track.Key.Id)
        .First().Key;

    private static TopItem LookOf(InventedHistory history, Track track) => new(0, track.Id, track.Name, track.DisplayArtist, 0, 0)
    {
        Album = track.AlbumName,
        AlbumArtist = history.Catalog.AlbumOf(track) is { } album ? ArtistOf(history, album) : null,
        Image = track.ImageUrl ?? history.Catalog.AlbumOf(track)?.ImageUrl,
    };

    private static TopItem LookOf(InventedHistory history, Album album) =>
        new(0, album.Id, album.Name, ArtistOf(history, album), 0, 0) { AlbumArtist = ArtistOf(history, album), Image = album.ImageUrl };

    private static string ArtistOf(InventedHistory history, Album album) => history.Catalog.Artists.Single(artist => artist.Id == album.ArtistId).Name;
}
