using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class SpotifyExtendedFormatTests
{
    private const string Uri = "spotify:track:4uLU6hMCjMI75M1A2tKUQC";

    [Fact]
    public async Task ExtendedRow_OfToday_IsRead()
    {
        var row = Assert.Single(await Reading.Extended.RowsAsync("""
            [ { "ts":"2025-09-09T22:20:30Z", "platform":"ios", "ms_played":202400, "conn_country":"ZZ", "ip_addr":"203.0.113.7",
              "master_metadata_track_name":"Paper Lanterns", "master_metadata_album_artist_name":"The Slow Comets",
              "master_metadata_album_album_name":"Harbour Lights", "spotify_track_uri":"spotify:track:4uLU6hMCjMI75M1A2tKUQC",
              "episode_name":null, "episode_show_name":null, "spotify_episode_uri":null,
              "audiobook_title":null, "audiobook_uri":null, "audiobook_chapter_uri":null, "audiobook_chapter_title":null,
              "reason_start":"trackdone", "reason_end":"fwdbtn", "shuffle":true, "skipped":false,
              "offline":false, "offline_timestamp":1757456076, "incognito_mode":true } ]
            """));

        Assert.Equal(new ImportRow(1, FullPlay, Skip: null, Error: null), row);
    }

    [Fact]
    public async Task ExtendedRow_OfFormerYears_IsRead()
    {
        var row = Assert.Single(await Reading.Extended.RowsAsync("""
            [{"ts":"2025-09-09T22:20:30Z","username":"someone","platform":"ios","ms_played":202400,"conn_country":"ZZ",
            "ip_addr_decrypted":"203.0.113.7","user_agent_decrypted":"unknown","master_metadata_track_name":"Paper Lanterns",
            "master_metadata_album_artist_name":"The Slow Comets","master_metadata_album_album_name":"Harbour Lights",
            "spotify_track_uri":"spotify:track:4uLU6hMCjMI75M1A2tKUQC","episode_name":null,"episode_show_name":null,
            "spotify_episode_uri":null,"reason_start":"trackdone","reason_end":"fwdbtn","shuffle":true,"skipped":0,
            "offline":false,"offline_timestamp":0,"incognito_mode":true}]
            """, "endsong_0.json"));

        Assert.Equal(new ImportRow(1, FullPlay, Skip: null, Error: null), row);
    }

    [Theory]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1,"spotify_track_uri":"spotify:track:4uLU6hMCjMI75M1A2tKUQC"}""", null)]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1,"master_metadata_track_name":"A","master_metadata_album_artist_name":"B"}""", null)]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1,"master_metadata_track_name":"A","master_metadata_album_artist_name":" "}""", SkipReason.NoTrack)]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1,"spotify_track_uri":"spotify:track:tooshort"}""", SkipReason.NoTrack)]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1,"spotify_track_uri":"spotify:track:4uLU6hMCjMI75M1A2tKU-C"}""", SkipReason.NoTrack)]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1,"spotify_track_uri":"spotify:local:A:B:C:200"}""", SkipReason.Local)]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1,"spotify_track_uri":null,"spotify_episode_uri":"spotify:episode:1"}""", SkipReason.Podcast)]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1,"spotify_track_uri":"spotify:track:4uLU6hMCjMI75M1A2tKUQC","episode_name":"Ep"}""", SkipReason.Podcast)]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1,"audiobook_chapter_title":"One"}""", SkipReason.Audiobook)]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1,"episode_name":"Ep","audiobook_uri":"spotify:show:1"}""", SkipReason.Podcast)]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1,"episode_name":" ","audiobook_uri":"\u0000"}""", SkipReason.NoTrack)]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":1}""", SkipReason.NoTrack)]
    public async Task ExtendedRow_OfAnyKind_IsAPlayOrSkipped(string row, SkipReason? expected)
    {
        var read = Assert.Single(await Reading.Extended.RowsAsync($"[{row}]"));

        Assert.Equal((expected, expected is null, null), (read.Skip, read.Play is not null, read.Error));
    }

    [Theory]
    [InlineData("Streaming_History_Video_2018-2025.json", true)]
    [InlineData("streaming_history_video_2018-2025_1 (1).JSON", true)]
    [InlineData("endvideo_0.json", true)]
    [InlineData("endvideo_0(1).json", true)]
    [InlineData("endvideo - Kopie.json", true)]
    [InlineData("EndVideoThemes.json", false)]
    [InlineData("Streaming_History_Video_Games.json", false)]
    [InlineData("Streaming_History_Audio_2020 (video).json", false)]
    [InlineData("StreamingHistory_video_0.json", false)]
    public async Task ExtendedRow_OfAVideoFile_IsSkipped(string fileName, bool isVideo)
    {
        var row = Assert.Single(await Reading.Extended.RowsAsync($$"""[{"ts":"2025-09-09T22:20:30Z","ms_played":1,"spotify_track_uri":"{{Uri}}"}]""", fileName));

        Assert.Equal((isVideo ? SkipReason.Video : null, !isVideo, null), (row.Skip, row.Play is not null, row.Error));
    }

    [Theory]
    [InlineData("spotify:track:4uLU6hMCjMI75M1A2tKUQC", true)]
    [InlineData(" spotify:track:4uLU6hMCjMI75M1A2tKUQC ", true)]
    [InlineData("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC", true)]
    [InlineData("http://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC/", true)]
    [InlineData("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=0123456789abcdef", true)]
    [InlineData("https:\\/\\/open.spotify.com\\/track\\/4uLU6hMCjMI75M1A2tKUQC#0:30", true)]
    [InlineData("https://open.spotify.com/intl-de/track/4uLU6hMCjMI75M1A2tKUQC", true)]
    [InlineData("https://open.spotify.com/intl-pt-BR/track/4uLU6hMCjMI75M1A2tKUQC?si=1&nd=1", true)]
    [InlineData("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQ?si=C", false)]
    [InlineData("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQCC", false)]
    [InlineData("https://open.spotify.com/album/4uLU6hMCjMI75M1A2tKUQC", false)]
    [InlineData("https://open.spotify.com/intl-de", false)]
    [InlineData("https://open.spotify.com.example.org/track/4uLU6hMCjMI75M1A2tKUQC", false)]
    [InlineData("4uLU6hMCjMI75M1A2tKUQC", false)]
    [InlineData("", false)]
    public async Task ExtendedRow_UriOrLink_GivesTheId(string uri, bool known)
    {
        var play = await PlayAsync($$"""
            "spotify_track_uri":"{{uri}}","master_metadata_track_name":"A","master_metadata_album_artist_name":"B"
            """);

        Assert.Equal(known ? "4uLU6hMCjMI75M1A2tKUQC" : null, play.SpotifyId);
    }

    [Fact]
    public async Task ExtendedRow_MalformedUriWithNames_IsKnownByName()
    {
        var play = await PlayAsync("""
            "spotify_track_uri":"spotify:track:?","master_metadata_track_name":"A","master_metadata_album_artist_name":"B"
            """);

        Assert.Equal((null, "A", "B"), (play.SpotifyId, play.Track, play.Artist));
    }

    [Theory]
    [InlineData("""{"ms_played":1}""", "no time")]
    [InlineData("""{"ts":null,"ms_played":1}""", "no valid date")]
    [InlineData("""{"ts":"soon","ms_played":1}""", "no valid date")]
    [InlineData("""{"ts":1757456430,"ms_played":1}""", "no valid date")]
    [InlineData("""{"ts":"1999-12-31T23:59:59Z","ms_played":1}""", "before the year 2000")]
    [InlineData("""{"ts":"2026-11-21T12:00:01Z","ms_played":1}""", "in the future")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":-1}""", "negative")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":"long"}""", "“ms_played” is not a number")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":true}""", "“ms_played” is not a number")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":{}}""", "“ms_played” is not a number")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","skipped":2}""", "“skipped” is not true or false")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","shuffle":[]}""", "“shuffle” is not true or false")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","offline_timestamp":"noon"}""", "“offline_timestamp” is not a number")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","master_metadata_track_name":["A"]}""", "“master_metadata_track_name” is not a text")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","episode_name":{"A":1}}""", "“episode_name” is not a text")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","reason_end":false}""", "“reason_end” is not a text")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","master_metadata_track_name":"A\ud83c"}""", "lone surrogate")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","ms_played":01}""", "no valid JSON")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z" "ms_played":1}""", "no valid JSON")]
    [InlineData("""{"ts":"2025-09-09T22:20:30Z","a":[1}}""", "no valid JSON")]
    [InlineData("""{"\ud83c":1}""", "no valid JSON")]
    public async Task ExtendedRow_Bad_IsAnErrorAndTheNextIsRead(string bad, string expected)
    {
        var rows = await Reading.Extended.RowsAsync($$"""[{{bad}},{"ts":"2025-09-09T22:20:30Z","spotify_track_uri":"{{Uri}}"}]""");

        Assert.Equal([(1, false), (2, true)], rows.Select(row => (row.Number, row.Play is not null)));
        Assert.Contains(expected, rows[0].Error, StringComparison.Ordinal);
        Assert.Null(rows[0].Skip);
    }

    [Fact]
    public async Task ExtendedRow_UnknownAndNestedFields_ArePassedOver()
    {
        var play = await PlayAsync($$"""
            "spotify_track_uri":"{{Uri}}","ip_addr":{"ts":"soon","ms_played":[-1]},"\u0070latform":"ios","new_field":[[[{}]]]
            """);

        Assert.Equal(("ios", 202400), (play.Platform, play.MsPlayed));
    }

    private static ImportedPlay FullPlay => new(new DateTimeOffset(2025, 9, 9, 22, 20, 30, TimeSpan.Zero), PlayPrecision.Second, PlaySource.SpotifyExtended)
    {
        MsPlayed = 202400,
        Track = "Paper Lanterns",
        Artist = "The Slow Comets",
        Album = "Harbour Lights",
        SpotifyId = "4uLU6hMCjMI75M1A2tKUQC",
        Skipped = false,
        Shuffle = true,
        Offline = false,
        Incognito = true,
        ReasonStart = PlayReason.TrackDone,
        ReasonEnd = PlayReason.ForwardButton,
        Platform = "ios",
    };

    private static async Task<ImportedPlay> PlayAsync(string fields)
    {
        var row = Assert.Single(await Reading.Extended.RowsAsync($$"""[{"ts":"2025-09-09T22:20:30Z","ms_played":202400,{{fields}}}]"""));
        Assert.Null(row.Error);
        return Assert.IsType<ImportedPlay>(row.Play);
    }
}
