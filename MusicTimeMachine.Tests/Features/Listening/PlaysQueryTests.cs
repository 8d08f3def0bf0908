using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Features.Home;

namespace MusicTimeMachine.Tests.Features.Listening;

public sealed class PlaysQueryTests(Histories histories) : IClassFixture<Histories>
{
    private PlaysQuery Query => new(histories.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Europe/Zurich")]
    [InlineData("America/New_York")]
    public async Task Latest_PageByPage_IsEveryShownPlay(string zone)
    {
        var history = histories.Of(zone);
        List<PlayRow> rows = [];
        while (await Query.LatestAsync(history.User.Id, rows.Count == 0 ? null : rows[^1].Cursor, 200, Cancel) is { Count: > 0 } page) rows.AddRange(page);

        Assert.Equal(history.Shown.Select(play => Row(history, play)), rows);
        Assert.Equal(history.Shown.Select(play => history.LocalTime(play).Offset), rows.Select(row => row.PlayedAt.Offset));
    }

    [Theory]
    [InlineData("Europe/Zurich")]
    [InlineData("America/New_York")]
    public async Task Calendar_OfAHistory_KnowsWhatStandsAtEachPlace(string zone)
    {
        var history = histories.Of(zone);
        var calendar = await Query.CalendarAsync(history.User.Id, Cancel);

        var days = history.Shown.GroupBy(history.Day).OrderByDescending(day => day.Key).ToList();
        var places = days.SelectMany(day => Enumerable.Range(-1, day.Count() + 1).Select(play => (day.Key, day.Count(), play))).ToList();
        Assert.Equal(places, Enumerable.Range(0, calendar.Places).Select(calendar.At));
        Assert.Equal(history.Shown.Count, calendar.Plays);
        Assert.Equal(new ListeningSpan(days[^1].Key, days[0].Key), calendar.Span);
        Assert.Equal(calendar.Span, await Query.SpanAsync(history.User.Id, Cancel));
        Assert.Equal(days.GroupBy(day => new DateOnly(day.Key.Year, day.Key.Month, 1), (month, of) => (month, of.Sum(day => day.Count()))), calendar.Months);
        Assert.All(days, day => Assert.Equal(places.IndexOf((day.Key, day.Count(), -1)), calendar.PlaceOf(day.Key)));
        Assert.Equal(0, calendar.PlaceOf(days[0].Key.AddDays(40)));
        Assert.Equal(places.FindLastIndex(place => place.play < 0), calendar.PlaceOf(days[^1].Key.AddDays(-40)));
    }

    [Fact]
    public async Task Calendar_WithGaps_HasThemBetweenThePlays()
    {
        var history = histories.Of("Europe/Zurich");
        var shown = history.Shown.ToList();
        int[] after = [0, 3, shown.Count / 2, shown.Count - 1];
        foreach (var n in after)
            await histories.Database.ExecuteAsync($"insert into capture_gaps (user_id, from_at, until_at, found_at) values ('{history.User.Id}', '{shown[n].PlayedAt.AddMilliseconds(-1):O}', '{shown[n].PlayedAt:O}', now())");
        try
        {
            var calendar = await Query.CalendarAsync(history.User.Id, Cancel);

            var expected = new List<string>();
            foreach (var (n, play) in shown.Index())
            {
                if (n == 0 || history.Day(shown[n - 1]) != history.Day(play)) expected.Add($"{history.Day(play)}");
                expected.Add($"play {n}");
                // Of plays at the same moment the gap stands below the last.
                if (after.Any(gap => shown[gap].PlayedAt == play.PlayedAt) && (n + 1 == shown.Count || shown[n + 1].PlayedAt < play.PlayedAt)) expected.Add($"gap until {history.LocalTime(play):O}");
            }

            var firsts = shown.Select((play, n) => (Day: history.Day(play), n)).GroupBy(play => play.Day).ToDictionary(day => day.Key, day => day.First().n);
            Assert.Equal(expected, Enumerable.Range(0, calendar.Places).Select(place =>
                calendar.GapAt(place) is { } gap ? $"gap until {gap.Until:O}" : calendar.At(place) is { Play: >= 0 } at ? $"play {firsts[at.Day] + at.Play}" : $"{calendar.At(place).Day}"));
            Assert.Equal(shown.Count, calendar.Plays);
            Assert.All(firsts, day => Assert.Equal(expected.IndexOf($"{day.Key}"), calendar.PlaceOf(day.Key)));
        }
        finally
        {
            await histories.Database.ExecuteAsync("delete from capture_gaps");
        }
    }

    [Fact]
    public async Task Through_AnyPlace_GoesOnFromThere()
    {
        var history = histories.Of("Europe/Zurich");
        var shown = history.Shown.ToList();
        foreach (var start in (int[])[0, 1, 77, 1000, shown.Count - 5])
        {
            var day = history.Day(shown[start]);
            var skip = start - shown.FindIndex(play => history.Day(play) == day);

            var rows = await Query.ThroughAsync(history.User.Id, day, skip, 30, Cancel);

            Assert.Equal(shown.Skip(start).Take(30).Select(play => play.Id), rows.Select(row => row.Id));
        }
    }

    [Fact]
    public async Task EmptyHistory_HasNoSpanAndNoPlaces()
    {
        var nobody = (await histories.Database.AddUserAsync()).Id;

        var calendar = await Query.CalendarAsync(nobody, Cancel);

        Assert.Equal((0, 0, 0, null), (calendar.Plays, calendar.Places, calendar.PlaceOf(new DateOnly(2026, 1, 1)), calendar.Span));
        Assert.Null(await Query.SpanAsync(nobody, Cancel));
        Assert.Empty(await Query.LatestAsync(nobody, null, 10, Cancel));
    }

    private static PlayRow Row(InventedHistory history, Play play)
    {
        var track = history.TrackOf(play);
        var album = history.Catalog.AlbumOf(track);
        return new PlayRow(
            play.Id, history.LocalTime(play), play.MsPlayed, history.Counts(play), play.Skipped, play.Source,
            new PlayedTrack(track.Id, track.Name, track.DisplayArtist, track.AlbumName, track.SpotifyId)
            {
                ArtistId = track.ArtistId,
                AlbumId = track.AlbumId,
                AlbumArtist = album is null ? null : history.Catalog.Artists.Single(artist => artist.Id == album.ArtistId).Name,
                Image = track.ImageUrl ?? album?.ImageUrl,
            });
    }
}
