using MusicTimeMachine.Features.Listening.Correcting;

namespace MusicTimeMachine.Tests.Features.Listening.Correcting;

/// <summary>Times, lengths and lists of plays as people write them.</summary>
public sealed class WrittenTests
{
    private static readonly TimeZoneInfo Zurich = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");

    [Theory]
    [InlineData("2024-06-03", "20:15", "Europe/Zurich", "2024-06-03T18:15:00Z", null)]
    [InlineData("2024-03-31", "02:30", "Europe/Zurich", "2024-03-31T01:30:00Z", "There was no 02:30 on that day: the clocks went forward. It is taken as 03:30.")]
    [InlineData("2024-03-31", "03:00", "Europe/Zurich", "2024-03-31T01:00:00Z", null)]
    [InlineData("2024-10-27", "02:30", "Europe/Zurich", "2024-10-27T00:30:00Z", "It was 02:30 twice on that day: the clocks went back. The first time is meant.")]
    [InlineData("2024-10-27", "03:00", "Europe/Zurich", "2024-10-27T02:00:00Z", null)]
    [InlineData("2024-11-03", "01:05", "America/New_York", "2024-11-03T05:05:00Z", "It was 01:05 twice on that day: the clocks went back. The first time is meant.")]
    [InlineData("2024-10-06", "02:10", "Australia/Lord_Howe", "2024-10-05T15:40:00Z", "There was no 02:10 on that day: the clocks went forward. It is taken as 02:40.")]
    public void Time_AsItIsWritten_IsAMoment(string day, string time, string zone, string moment, string? note) =>
        Assert.Equal(
            (DateTimeOffset.Parse(moment, null).ToUniversalTime(), note),
            WrittenTime.Read(DateOnly.Parse(day, null), TimeOnly.Parse(time, null), TimeZoneInfo.FindSystemTimeZoneById(zone)) is { } written ? (written.At.ToUniversalTime(), written.Note) : default);

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1899-12-31")]
    [InlineData("9999-12-31")]
    public void Time_OutsideTheYears_IsNone(string day) => Assert.Null(WrittenTime.Read(DateOnly.Parse(day, null), TimeOnly.MinValue, Zurich));

    [Theory]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData("3:42", 222_000)]
    [InlineData(" 0:09 ", 9_000)]
    [InlineData("4", 240_000)]
    [InlineData("1:02:03", 3_723_000)]
    [InlineData("75:00", 4_500_000)]
    [InlineData("9999:00:00", Corrections.LongestMs + 1)]
    public void Length_AsItIsWritten_IsRead(string text, int? milliseconds)
    {
        Assert.True(WrittenLength.TryRead(text, out var read));
        Assert.Equal(milliseconds, read);
    }

    [Theory]
    [InlineData("a while")]
    [InlineData("3:60")]
    [InlineData("-1:00")]
    [InlineData("3:4:5:6")]
    [InlineData("3:")]
    [InlineData("99999999999")]
    public void Length_ThatIsNone_IsNotRead(string text) => Assert.False(WrittenLength.TryRead(text, out _));

    [Fact]
    public void Draft_OfAnAlbum_FollowsOneAfterTheOther_FromATimeOrUpToIt()
    {
        var draft = new DraftPlays();
        foreach (var (name, ms) in ((string, int?)[])[("A", 60_000), ("B", null), ("C", 120_000)]) draft.Tracks.Add(DraftTrack.Of(new AddableTrack(name[0], name, "X", null, ms)));
        draft.Tracks.Add(new DraftTrack("D", "X", 1_000) { Chosen = false });
        draft.Move(draft.Tracks[2], -1);
        draft.Move(draft.Tracks[0], -1);
        var eight = new DateTimeOffset(2024, 6, 1, 20, 0, 0, TimeSpan.FromHours(2));

        Assert.Equal(["A", "C", "B"], draft.Chosen.Select(track => track.Title));
        Assert.Equal(TimeSpan.FromMinutes(6.5), draft.Length);
        Assert.True(draft.Guesses);
        Assert.Equal(
            [new AddedPlay(eight.AddMinutes(1), 60_000) { TrackId = 'A' }, new AddedPlay(eight.AddMinutes(3), 120_000) { TrackId = 'C' }, new AddedPlay(eight.AddMinutes(6.5), null) { TrackId = 'B' }],
            draft.ToPlays(eight, ended: false));
        Assert.Equal([eight.AddMinutes(-5.5), eight.AddMinutes(-3.5), eight], draft.ToPlays(eight, ended: true).Select(play => play.PlayedAt));
    }
}
