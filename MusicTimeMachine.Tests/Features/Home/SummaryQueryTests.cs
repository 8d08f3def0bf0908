using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Home;

public sealed class SummaryQueryTests(Histories histories) : IClassFixture<Histories>
{
    [Theory]
    [MemberData(nameof(Histories.Ranges), MemberType = typeof(Histories))]
    public async Task Summary_OfARange_IsWhatTheRowsSay(string zone, string from, string to)
    {
        var (history, range) = (histories.Of(zone), Histories.Range(from, to));
        var before = new DayRange(range.Before.From.AddDays(-3 < -range.Before.From.DayNumber ? 0 : -3), range.From);

        var summary = await new SummaryQuery(histories.Memory, histories.Database).AskAsync(history.User.Id, range, before, TestContext.Current.CancellationToken);

        Assert.Equal(Expected(history, range) with { Before = Expected(history, before) }, summary);
    }

    private static Summary Expected(InventedHistory history, DayRange range)
    {
        var plays = history.CountedIn(range).ToList();
        var tracks = plays.Select(history.TrackOf).ToList();
        return new Summary(
            plays.Count,
            plays.Sum(InventedHistory.Ms),
            tracks.Select(track => track.SongId).Distinct().Count(),
            tracks.Select(track => track.ArtistId).Distinct().Count(),
            tracks.Select(track => track.AlbumId).OfType<long>().Distinct().Count(),
            plays.Count == 0 ? null : plays.Min(play => play.PlayedAt),
            plays.Count == 0 ? null : plays.Max(play => play.PlayedAt));
    }
}
