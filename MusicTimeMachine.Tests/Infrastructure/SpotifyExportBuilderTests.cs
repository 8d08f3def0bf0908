using System.IO.Compression;
using System.Text;

namespace MusicTimeMachine.Tests.Infrastructure;

public sealed class SpotifyExportBuilderTests
{
    [Fact]
    public async Task SpotifyExportBuilder_Zip_HoldsTheFilesThatSpotifySends()
    {
        var bytes = new SpotifyExportBuilder()
            .Audio("2020_1", new ExtendedRow(new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(1))))
            .Account(new AccountRow(new DateTimeOffset(2026, 10, 2, 21, 7, 0, TimeSpan.Zero)))
            .Account()
            .Zip();

        await using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(
            [
                "Spotify Extended Streaming History/Streaming_History_Audio_2020_1.json",
                "Spotify Account Data/StreamingHistory_music_0.json",
                "Spotify Account Data/StreamingHistory_music_1.json",
            ],
            zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(
            """[{"ts":"2020-01-02T02:04:05Z","platform":"ios","ms_played":202400,"conn_country":"ZZ","ip_addr":"203.0.113.7","master_metadata_track_name":"Paper Lanterns","master_metadata_album_artist_name":"The Slow Comets","master_metadata_album_album_name":"Harbour Lights","spotify_track_uri":"spotify:track:0000000000000000000001","episode_name":null,"episode_show_name":null,"spotify_episode_uri":null,"audiobook_title":null,"audiobook_uri":null,"audiobook_chapter_uri":null,"audiobook_chapter_title":null,"reason_start":"trackdone","reason_end":"trackdone","shuffle":false,"skipped":false,"offline":false,"offline_timestamp":null,"incognito_mode":false}]""",
            await TextAsync(zip.Entries[0]));
        Assert.Equal(
            """[{"endTime":"2026-10-02 21:07","artistName":"The Slow Comets","trackName":"Paper Lanterns","msPlayed":202400}]""",
            await TextAsync(zip.Entries[1]));
        Assert.Equal("[]", await TextAsync(zip.Entries[2]));
    }

    [Fact]
    public void InventedListening_SameSeed_MakesTheSameRowsInOrder()
    {
        var rows = InventedListening.Rows(5000, seed: 3).ToList();

        Assert.Equal(rows, InventedListening.Rows(5000, seed: 3));
        Assert.NotEqual(rows, InventedListening.Rows(5000, seed: 4));
        Assert.Equal(rows.Select(row => row.Ts).Order(), rows.Select(row => row.Ts));
        Assert.All(rows, row => Assert.InRange(row.Ts.Year, 2015, 2026));
        var tracks = rows.Where(row => row.TrackUri is not null).GroupBy(row => row.TrackUri).ToList();
        Assert.All(tracks, track => Assert.Single(track.Select(row => row.Track).Distinct()));
        Assert.Equal(tracks.Count, tracks.Select(track => track.First().Track).Distinct().Count());
    }

    private static async Task<string> TextAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
