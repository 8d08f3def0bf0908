using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class SpotifyAccountFormatTests
{
    private const string Music = "StreamingHistory_music_0.json";

    [Fact]
    public async Task AccountRow_OfATrack_IsRead()
    {
        var rows = await Reading.Account.RowsAsync(
            """[ { "endTime":"2026-10-02 21:07", "artistName":"The Slow Comets", "trackName":"Paper Lanterns", "msPlayed":184000 } ]""", Music);

        var expected = new ImportedPlay(new DateTimeOffset(2026, 10, 2, 21, 7, 0, TimeSpan.Zero), PlayPrecision.Minute, PlaySource.SpotifyAccount)
        {
            MsPlayed = 184000,
            Track = "Paper Lanterns",
            Artist = "The Slow Comets",
        };
        Assert.Equal([new ImportRow(1, expected, Skip: null, Error: null)], rows);
    }

    [Theory]
    [InlineData("""{"endTime":"2026-10-02 21:07","podcastName":"Show","episodeName":"Ep 1","msPlayed":900000}""", Music, SkipReason.Podcast)]
    [InlineData("""{"endTime":"2026-10-02 21:07","artistName":"Show","trackName":"Ep 1","msPlayed":9}""", "StreamingHistory_podcast_0.json", SkipReason.Podcast)]
    [InlineData("""{"endTime":"2026-10-02 21:07","artistName":"Show","trackName":"Ep 1","msPlayed":9}""", "STREAMINGHISTORY_PODCAST_12 (1).JSON", SkipReason.Podcast)]
    [InlineData("""{"endTime":"2026-10-02 21:07","artistName":"Show","trackName":"Ep 1","msPlayed":9}""", "StreamingHistory_video_0 - Copy (2).json", SkipReason.Video)]
    [InlineData("""{"endTime":"2026-10-02 21:07","audiobookName":"Book","msPlayed":9}""", Music, SkipReason.Audiobook)]
    [InlineData("""{"endTime":"2026-10-02 21:07","authorName":"A","chapterName":"1","msPlayed":9}""", "StreamingHistory_AudioBook_0.json", SkipReason.Audiobook)]
    [InlineData("""{"endTime":"2026-10-02 21:07","artistName":"Unknown Artist","trackName":"Unknown Track","msPlayed":9}""", Music, SkipReason.NoTrack)]
    [InlineData("""{"endTime":"2026-10-02 21:07","artistName":"The Slow Comets","trackName":"","msPlayed":9}""", Music, SkipReason.NoTrack)]
    [InlineData("""{"endTime":"2026-10-02 21:07","msPlayed":9}""", Music, SkipReason.NoTrack)]
    public async Task AccountRow_OfNoMusic_IsSkipped(string row, string fileName, SkipReason expected) =>
        Assert.Equal([new ImportRow(1, Play: null, expected, Error: null)], await Reading.Account.RowsAsync($"[{row}]", fileName));

    [Theory]
    [InlineData("StreamingHistory_video_game_music.json")]
    [InlineData("StreamingHistory_music_0 podcast.json")]
    [InlineData("StreamingHistory0 (video).json")]
    [InlineData("StreamingHistory_podcasts.json")]
    [InlineData("my audiobook.json")]
    [InlineData("Video Killed The Radio Star.json")]
    [InlineData("Streaming_History_Video_2020.json")]
    [InlineData("StreamingHistory_video_0.txt")]
    public async Task AccountRow_InAFileWithAWordOfThePerson_IsMusic(string fileName)
    {
        var rows = await Reading.Account.RowsAsync("""[{"endTime":"2026-10-02 21:07","artistName":"A","trackName":"B","msPlayed":1}]""", fileName);

        Assert.Equal("B", Assert.Single(rows).Play?.Track);
    }

    [Theory]
    [InlineData("""{"artistName":"A","trackName":"B","msPlayed":1}""", "The row has no time (“endTime”).")]
    [InlineData("""{"endTime":"2026-10-32 21:07","artistName":"A","trackName":"B","msPlayed":1}""", "The row's time is missing or is no valid date and time.")]
    [InlineData("""{"endTime":"2026-10-02 21:07","artistName":"A","trackName":"B","msPlayed":-5}""", "The time listened is negative.")]
    [InlineData("""{"endTime":"2026-10-02 21:07","artistName":true,"trackName":"B","msPlayed":5}""", "The field “artistName” is not a text.")]
    public async Task AccountRow_Bad_IsAnError(string row, string expected) =>
        Assert.Equal([new ImportRow(1, Play: null, Skip: null, expected)], await Reading.Account.RowsAsync($"[{row}]", Music));
}
