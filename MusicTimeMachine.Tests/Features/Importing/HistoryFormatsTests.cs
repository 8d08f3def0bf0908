using System.Text;
using MusicTimeMachine.Features.Importing;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class HistoryFormatsTests
{
    private const string ExtendedName = "Spotify extended streaming history";
    private const string AccountName = "Spotify account data";

    [Theory]
    [InlineData("Streaming_History_Audio_2020-2021_3.json", "[]", ExtendedName)]
    [InlineData("STREAMING_HISTORY_VIDEO_2018-2025.JSON", "[]", ExtendedName)]
    [InlineData("endsong_0.json", "[", ExtendedName)]
    [InlineData("EndVideo.json", "", ExtendedName)]
    [InlineData("StreamingHistory_music_0.json", "[]", AccountName)]
    [InlineData("StreamingHistory0.json", "[]", AccountName)]
    [InlineData("streaminghistory_podcast_0.json", "[]", AccountName)]
    [InlineData("Streaming_History_Audio_2024_7 (1).json", "[]", ExtendedName)]
    [InlineData("endsong_12 - Copy.json", "[]", ExtendedName)]
    [InlineData("streamingHistory3(2).json", "[]", AccountName)]
    [InlineData("StreamingHistory_audiobook_0.json", "[]", AccountName)]
    [InlineData("StreamingHistory_video_0.json", "[]", AccountName)]
    [InlineData("StreamingHistory of my friends.json", "[]", AccountName)]
    [InlineData("StreamingHistory_Friends.json", "[]", null)]
    [InlineData("endsongs.json", "[]", null)]
    [InlineData("my endsong_0.json", "[]", null)]
    [InlineData("mine.json", """[{"ts":"2025-09-09T22:20:30Z","ms_played":1}]""", ExtendedName)]
    [InlineData("mine.txt", """  [ {"platform":"ios","ms_played":1,"ts":"2025-09-09T22:20:30Z","spo""", ExtendedName)]
    [InlineData("mine.json", """[5,null,{"a":[1}},{"ts":1},{"ts":"soon","ms_played":true}]""", ExtendedName)]
    [InlineData("mine.json", """[{"endTime":"2026-10-02 21:07","artistName":"A","trackName":"B","msPlayed":1}]""", AccountName)]
    [InlineData("StreamingHistory0.json", """[{"ts":"2025-09-09T22:20:30Z","ms_played":1}]""", ExtendedName)]
    [InlineData("endsong_0.json", """[{"endTime":"2026-10-02 21:07","msPlayed":1}]""", AccountName)]
    [InlineData("mine.json", "[]", null)]
    [InlineData("mine.json", """{"ts":"2025-09-09T22:20:30Z","ms_played":1}""", null)]
    [InlineData("mine.json", """[{"a":{"ts":1,"ms_played":1}}]""", null)]
    [InlineData("Userdata.json", """{"username":"someone"}""", null)]
    [InlineData("endsong_0.pdf", "%PDF-1.4", null)]
    public void HistoryFormats_AnyFile_IsKnownByContentThenName(string fileName, string head, string? expected) =>
        Assert.Equal(expected, new HistoryFormats(Reading.Clock).Recognise(fileName, Encoding.UTF8.GetBytes(head))?.Name);
}
