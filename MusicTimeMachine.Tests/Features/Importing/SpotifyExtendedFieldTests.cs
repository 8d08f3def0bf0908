using System.Globalization;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class SpotifyExtendedFieldTests
{
    private const string Uri = "spotify:track:4uLU6hMCjMI75M1A2tKUQC";

    [Theory]
    [InlineData("\"  Harbour Lights \\n\"", "Harbour Lights")]
    [InlineData("1989", "1989")]
    [InlineData("\"\"", null)]
    [InlineData("\" \\t \"", null)]
    [InlineData("null", null)]
    [InlineData("\"\\u0000Har\\u0000bour\"", "Harbour")]
    [InlineData("\"\\u0000\"", null)]
    [InlineData("\"\\u00d8yer \\ud83c\\udfb5\"", "Øyer 🎵")]
    [InlineData("\"夜の港\"", "夜の港")]
    public async Task ExtendedRow_Album_IsCleaned(string json, string? expected)
    {
        var play = await PlayAsync($"\"spotify_track_uri\":\"{Uri}\",\"master_metadata_album_album_name\":{json}");

        Assert.Equal(expected, play.Album);
    }

    [Fact]
    public async Task ExtendedRow_LongTexts_AreCutAtAWholeCharacter()
    {
        var play = await PlayAsync($$"""
            "spotify_track_uri":"{{Uri}}","master_metadata_track_name":"{{new string('a', 999)}}🎵🎵",
            "master_metadata_album_album_name":"{{new string('b', 999)}} c","platform":"{{new string('p', 500)}}"
            """);

        Assert.Equal((new string('a', 999), new string('b', 999), new string('p', 200)), (play.Track, play.Album, play.Platform));
    }

    [Theory]
    [InlineData("202400", 202400)]
    [InlineData("202400.5", 202401)]
    [InlineData("2.5e3", 2500)]
    [InlineData("\"202400\"", 202400)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("0", 0)]
    [InlineData("54000000", 54000000)]
    [InlineData("99999999999", int.MaxValue)]
    [InlineData("99999999999999999999999", int.MaxValue)]
    [InlineData("1e400", int.MaxValue)]
    public async Task ExtendedRow_MsPlayed_IsReadInAnySpelling(string json, int? expected)
    {
        var row = Assert.Single(await Reading.Extended.RowsAsync($$"""[{"ts":"2025-09-09T22:20:30Z","ms_played":{{json}},"spotify_track_uri":"{{Uri}}"}]"""));

        Assert.Equal((null, expected), (row.Error, row.Play?.MsPlayed));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    public async Task ExtendedRow_Flags_AreReadInAnySpelling(string json, bool? expected)
    {
        var play = await PlayAsync($"\"spotify_track_uri\":\"{Uri}\",\"skipped\":{json},\"shuffle\":{json},\"offline\":{json},\"incognito_mode\":{json}");

        Assert.Equal((expected, expected, expected, expected), (play.Skipped, play.Shuffle, play.Offline, play.Incognito));
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"none\"", null)]
    [InlineData("\"unknown\"", PlayReason.Unknown)]
    [InlineData("\"tapped-thrice\"", PlayReason.Unknown)]
    [InlineData("\"trackdone\"", PlayReason.TrackDone)]
    [InlineData("\"fwdbtn\"", PlayReason.ForwardButton)]
    [InlineData("\"backbtn\"", PlayReason.BackButton)]
    [InlineData("\"clickrow\"", PlayReason.ClickRow)]
    [InlineData("\"clickside\"", PlayReason.ClickSide)]
    [InlineData("\"playbtn\"", PlayReason.PlayButton)]
    [InlineData("\"remote\"", PlayReason.Remote)]
    [InlineData("\"appload\"", PlayReason.AppLoad)]
    [InlineData("\"trackerror\"", PlayReason.TrackError)]
    [InlineData("\"popup\"", PlayReason.Popup)]
    [InlineData("\"endplay\"", PlayReason.EndPlay)]
    [InlineData("\"logout\"", PlayReason.Logout)]
    [InlineData("\"unexpected-exit\"", PlayReason.UnexpectedExit)]
    [InlineData("\"unexpected-exit-while-paused\"", PlayReason.UnexpectedExitWhilePaused)]
    public async Task ExtendedRow_Reasons_AreRead(string json, PlayReason? expected)
    {
        var play = await PlayAsync($"\"spotify_track_uri\":\"{Uri}\",\"reason_start\":{json},\"reason_end\":{json}");

        Assert.Equal((expected, expected), (play.ReasonStart, play.ReasonEnd));
    }

    // ts is 2025-09-09T22:20:30Z, that is 1757456430; the play lasts 202.4 s.
    [Theory]
    [InlineData("true", "1757450000", "2025-09-09 20:36:42")]
    [InlineData("true", "1757450000000", "2025-09-09 20:36:42")]
    [InlineData("true", "1757450000.7", "2025-09-09 20:36:43")]
    [InlineData("true", "\"1757450000\"", "2025-09-09 20:36:42")]
    [InlineData("true", "1757456400", "2025-09-09 22:20:30")]
    [InlineData("true", "1757459000", "2025-09-09 22:20:30")]
    [InlineData("true", "1757470000", "2025-09-09 22:20:30")]
    [InlineData("true", "1750000000", "2025-09-09 22:20:30")]
    [InlineData("true", "0", "2025-09-09 22:20:30")]
    [InlineData("true", "null", "2025-09-09 22:20:30")]
    [InlineData("true", "1e300", "2025-09-09 22:20:30")]
    [InlineData("true", "-1757450000", "2025-09-09 22:20:30")]
    [InlineData("false", "1757450000", "2025-09-09 22:20:30")]
    [InlineData("null", "1757450000", "2025-09-09 22:20:30")]
    public async Task ExtendedRow_PlayedOffline_EndedWhenItWasPlayed(string offline, string stamp, string expected)
    {
        var play = await PlayAsync($"\"spotify_track_uri\":\"{Uri}\",\"offline\":{offline},\"offline_timestamp\":{stamp}");

        Assert.Equal(expected, play.PlayedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    private static async Task<ImportedPlay> PlayAsync(string fields)
    {
        var row = Assert.Single(await Reading.Extended.RowsAsync($$"""[{"ts":"2025-09-09T22:20:30Z","ms_played":202400,{{fields}}}]"""));
        Assert.Null(row.Error);
        return Assert.IsType<ImportedPlay>(row.Play);
    }
}
