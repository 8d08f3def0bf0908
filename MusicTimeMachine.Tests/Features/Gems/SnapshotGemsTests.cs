using System.Globalization;
using MusicTimeMachine.Features.Gems;
using MusicTimeMachine.Spotify.Models;
using MusicTimeMachine.Tests.Features.Snapshots;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Gems;

public sealed class SnapshotGemsTests(SnapshotHistories histories) : IClassFixture<SnapshotHistories>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, int, int, int> Requests => new()
    {
        { "Europe/Zurich", "2026-04-10T22:30:00Z", 180, 30, 9 },
        { "Europe/Zurich", "2026-04-04T22:30:00Z", 365, 90, 5 },
        { "America/New_York", "2026-04-04T03:30:00Z", 180, 20, 4 }, // still the day before
        { "America/New_York", "2026-03-01T04:00:00Z", 100, 20, 20 }, // in February nobody asked
        { "America/New_York", "2026-08-01T12:00:00Z", 400, 1, 60 },
        { "Europe/Zurich", "2026-04-04T12:00:00Z", 40, 2, 60 }, // silent for longer than it was loved
        { "Europe/Zurich", "2026-04-04T12:00:00Z", 36500, 0, 3 },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Gems_OfSnapshots_AreWhatTheRowsSay(string zone, string now, int from, int to, int silent)
    {
        var (told, moment) = (histories.Of(zone), DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        foreach (var limit in (int[])[200, 3, 0])
        {
            var request = new GemsRequest { LovedFromDays = from, LovedToDays = to, SilentDays = silent, Source = GemSource.Snapshots, Limit = limit };

            var gems = await new GemsQuery(histories.Memory, histories.Database, new TestClock(moment)).AskAsync(told.UserId, request, Cancel);

            var expected = Expected(told, request, moment);
            Assert.Equal(expected.Take(limit), gems.Items.Select(gem => (gem.SongId, gem.Plays, gem.LastPlayedAt, gem.Reason)));
            Assert.Equal(expected.Count, gems.Total);
        }
    }

    [Fact]
    public void Requests_OfTheTheory_FindGems() => Assert.InRange(
        Requests.Sum(row => Expected(
            histories.Of(row.Data.Item1), new GemsRequest { LovedFromDays = row.Data.Item3, LovedToDays = row.Data.Item4, SilentDays = row.Data.Item5 },
            DateTimeOffset.Parse(row.Data.Item2, CultureInfo.InvariantCulture)).Count), 30, 1000);

    [Fact]
    public async Task Gem_ThatIsHidden_StaysAway()
    {
        var (told, clock) = (histories.Of("America/New_York"), new TestClock(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero)));
        var request = new GemsRequest { LovedFromDays = 400, LovedToDays = 1, SilentDays = 60, Source = GemSource.Snapshots, Limit = 200 };
        var query = new GemsQuery(histories.Memory, histories.Database, clock);
        var all = await query.AskAsync(told.UserId, request, Cancel);

        var hiding = new GemHiding(histories.Database, clock);
        await hiding.HideAsync(told.UserId, all.Items[1].SongId, Cancel);
        Assert.Equal(all.Items.Where(gem => gem != all.Items[1]), (await query.AskAsync(told.UserId, request, Cancel)).Items);
        await hiding.RestoreAsync(told.UserId, all.Items[1].SongId, Cancel);
    }

    [Theory]
    [InlineData(14, 3, "2026-06-03", "In your top 50 on 14 days, best rank 3, last on 3 June")]
    [InlineData(1, 50, "2025-12-31", "In your top 50 on 1 day, best rank 50, last on 31 December 2025")]
    public void Reason_OfASnapshotsGem_SaysHowOftenAndHowHigh(int days, int best, string last, string reason) =>
        Assert.Equal(reason, GemReason.OfTops(days, best, DateOnly.Parse(last, CultureInfo.InvariantCulture), new DateOnly(2026, 11, 21)));

    private static List<(long SongId, int Plays, DateTimeOffset? LastPlayedAt, string Reason)> Expected(InventedSnapshots told, GemsRequest request, DateTimeOffset now)
    {
        var history = told.History;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, history.Zone).DateTime);
        return
        [
            .. from row in told.Tracks
               where row.TimeRange == SpotifyRange.ShortTerm
               group row by history.Catalog.Track(row.TrackId).SongId into song
               let loved = song.Where(row => InLove(row.Date)).ToList()
               where loved.Count > 0 && song.All(row => Ago(row.Date) > request.SilentDays)
               let plays = history.Counted.Where(play => history.TrackOf(play).SongId == song.Key).ToList()
               where plays.TrueForAll(play => Ago(history.Day(play)) > request.SilentDays)
               let reason = (Days: loved.Select(row => row.Date).Distinct().Count(), Best: loved.Min(row => (int)row.Rank), Last: song.Max(row => row.Date))
               orderby reason.Last descending, reason.Best, reason.Days descending, song.Key
               select (song.Key, plays.Count(play => InLove(history.Day(play))), plays.Max(play => (DateTimeOffset?)play.PlayedAt), GemReason.OfTops(reason.Days, reason.Best, reason.Last, today)),
        ];

        int Ago(DateOnly day) => today.DayNumber - day.DayNumber;

        bool InLove(DateOnly day) => Ago(day) <= request.LovedFromDays && Ago(day) > request.LovedToDays;
    }
}
