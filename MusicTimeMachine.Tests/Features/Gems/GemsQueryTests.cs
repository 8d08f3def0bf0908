using System.Globalization;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Gems;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Gems;

public sealed class GemsQueryTests(GemHistories histories) : IClassFixture<GemHistories>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, int, int, int, int> Requests()
    {
        var data = new TheoryData<string, string, int, int, int, int>();
        foreach (var zone in (string[])["Europe/Zurich", "America/New_York"])
        {
            data.Add(zone, "2026-04-02T22:30:00Z", 365, 90, 30, 5);
            data.Add(zone, "2026-04-02T22:30:00Z", 365, 90, 30, 1);
            data.Add(zone, "2026-04-03T03:30:00Z", 150, 10, 4, 3); // New York is still in the day before
            data.Add(zone, "2026-03-29T00:59:59Z", 60, 21, 1, 1); // the windows begin and end in nights in which clocks change
            data.Add(zone, "2026-03-09T04:00:00Z", 130, 126, 2, 1);
            data.Add(zone, "2025-12-31T23:30:00Z", 66, 20, 5, 2);
            data.Add(zone, "2026-01-20T12:00:00Z", 40, 0, 10, 1); // the windows overlap
            data.Add(zone, "2026-08-01T12:00:00Z", 36500, 1, 36500, 1); // nothing is old enough
            data.Add(zone, "2027-01-15T12:00:00Z", 3650, 30, 30, 4); // all is silent
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Gems_OfAPerson_AreWhatTheRowsSay(string zone, string now, int from, int to, int silent, int plays)
    {
        var (history, moment) = (histories.Of(zone), DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        foreach (var limit in (int[])[200, 3, 0])
        {
            var request = new GemsRequest { LovedFromDays = from, LovedToDays = to, SilentDays = silent, MinPlays = plays, Limit = limit };

            var gems = await Query(moment).AskAsync(history.User.Id, request, Cancel);

            var expected = Expected(history, request, moment);
            Assert.Equal(expected.Take(limit), gems.Items);
            Assert.Equal(expected.Count, gems.Total);
        }
    }

    [Fact]
    public void Requests_OfTheTheory_FindGems()
    {
        var found = Requests().Sum(row => Expected(
            histories.Of(row.Data.Item1),
            new GemsRequest { LovedFromDays = row.Data.Item3, LovedToDays = row.Data.Item4, SilentDays = row.Data.Item5, MinPlays = row.Data.Item6 },
            DateTimeOffset.Parse(row.Data.Item2, CultureInfo.InvariantCulture)).Count);
        Assert.InRange(found, 50, 1000);
    }

    [Theory]
    [InlineData(int.MinValue, int.MinValue, int.MinValue, int.MinValue, int.MinValue)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)]
    [InlineData(90, 365, 0, 0, 5)]
    public async Task Gems_AbsurdNumbers_AreBroughtWithinTheirBounds(int from, int to, int silent, int plays, int limit)
    {
        var request = new GemsRequest { LovedFromDays = from, LovedToDays = to, SilentDays = silent, MinPlays = plays, Limit = limit };

        var gems = await Query(new(2026, 4, 2, 12, 0, 0, TimeSpan.Zero)).AskAsync(histories.Of("Europe/Zurich").User.Id, request, Cancel);

        Assert.InRange(gems.Items.Count, 0, GemsRequest.MostGems);
        Assert.True(request.Bounded().LovedToDays < request.Bounded().LovedFromDays);
    }

    [Theory]
    [InlineData(31, "2026-03-02", "2026-05-30", "2026-06-03", "31 plays, March to May; last heard on 3 June")]
    [InlineData(1, "2026-03-02", "2026-03-02", "2026-03-02", "1 play in March; last heard on 2 March")]
    [InlineData(4, "2025-11-02", "2026-02-01", "2026-02-01", "4 plays, November 2025 to February; last heard on 1 February")]
    [InlineData(4, "2025-09-02", "2025-11-01", "2025-12-31", "4 plays, September to November 2025; last heard on 31 December 2025")]
    [InlineData(1200, "2024-09-02", "2025-09-01", "2026-01-01", "1,200 plays, September 2024 to September 2025; last heard on 1 January")]
    [InlineData(2, "2025-09-02", "2025-09-03", "2025-09-03", "2 plays in September 2025; last heard on 3 September 2025")]
    public void Reason_OfAGem_NamesTheYearWhereItIsNotThisOne(int plays, string first, string last, string lastHeard, string reason) =>
        Assert.Equal(reason, GemReason.Of(plays, Day(first), Day(last), Day(lastHeard), new DateOnly(2026, 11, 21)));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private GemsQuery Query(DateTimeOffset now) => new(histories.Memory, histories.Database, new TestClock(now));

    private static List<Gem> Expected(InventedHistory history, GemsRequest request, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, history.Zone).DateTime);
        return
        [
            .. from play in history.Counted
               group play by history.TrackOf(play).SongId into song
               let loved = song.Where(play => Ago(play) <= request.LovedFromDays && Ago(play) > request.LovedToDays).ToList()
               where loved.Count >= request.MinPlays && song.All(play => Ago(play) > request.SilentDays)
               let last = song.MaxBy(play => play.PlayedAt)
               let look = Look(history, song.Key)
               orderby last.PlayedAt descending, loved.Count descending
               select new Gem(
                   look.Id, song.Key, look.Name, look.DisplayArtist, loved.Count, last.PlayedAt,
                   GemReason.Of(loved.Count, loved.Min(history.Day), loved.Max(history.Day), history.Day(last), today))
               {
                   Album = look.AlbumName,
                   AlbumArtist = history.Catalog.AlbumOf(look) is { } album ? history.Catalog.Artists.Single(artist => artist.Id == album.ArtistId).Name : null,
                   Image = look.ImageUrl ?? history.Catalog.AlbumOf(look)?.ImageUrl,
               },
        ];

        int Ago(MusicTimeMachine.Features.Listening.Play play) => today.DayNumber - history.Day(play).DayNumber;
    }

    private static Track Look(InventedHistory history, long songId) => history.Counted.GroupBy(history.TrackOf).Where(track => track.Key.SongId == songId)
        .OrderByDescending(track => track.Count()).ThenByDescending(track => track.Sum(InventedHistory.Ms)).ThenBy(track => track.Key.Id).First().Key;
}
