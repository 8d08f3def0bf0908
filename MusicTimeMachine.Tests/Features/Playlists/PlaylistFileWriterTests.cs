using System.Text.Json;
using MusicTimeMachine.Features.Playlists.Files;

namespace MusicTimeMachine.Tests.Features.Playlists;

public sealed class PlaylistFileWriterTests
{
    private static readonly PlaylistFile File = new(
        "Kitchen: \"best/of\"…", "Soup & songs", 3, new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero),
        [
            new("Blåbär, \"live\"", "Aki\nMori", "Hum", 187_600, "CHA012600001", "4uLU6hMCjMI75M1A2tKUQC", new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), null),
            new("#1", "# Band", null, null, null, null, null, "31 plays"),
        ]);

    [Fact]
    public void M3u8_HasALineForEachThing_AndNoneBegins_ThatIsNoComment() => Assert.Equal(
        """
        #EXTM3U
        #PLAYLIST:Kitchen: "best/of"…
        #EXTINF:188,Aki Mori - Blåbär, "live"
        #EXTALB:Hum
        https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC
        #EXTINF:-1,# Band - #1
        Band - #1

        """, PlaylistFileWriter.Write(File, PlaylistFileFormat.M3u8), ignoreLineEndingDifferences: true);

    [Fact]
    public void Csv_QuotesWhatNeedsIt() => Assert.Equal(
        """"
        position,title,artist,album,duration_ms,isrc,spotify_uri,added_at,reason
        1,"Blåbär, ""live""","Aki
        Mori",Hum,187600,CHA012600001,spotify:track:4uLU6hMCjMI75M1A2tKUQC,2025-01-02T02:04:05Z,
        2,#1,# Band,,,,,,31 plays

        """", PlaylistFileWriter.Write(File, PlaylistFileFormat.Csv), ignoreLineEndingDifferences: true);

    [Fact]
    public void Jspf_HasTheFieldsOfTheFormat()
    {
        var playlist = JsonSerializer.Deserialize<JsonElement>(PlaylistFileWriter.Write(File, PlaylistFileFormat.Jspf)).GetProperty("playlist");

        Assert.Equal(File.Name, playlist.GetProperty("title").GetString());
        var track = playlist.GetProperty("track")[0];
        Assert.Equal(("Aki\nMori", 187_600), (track.GetProperty("creator").GetString(), track.GetProperty("duration").GetInt32()));
        Assert.Equal("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC", track.GetProperty("location")[0].GetString());
        Assert.False(playlist.GetProperty("track")[1].TryGetProperty("location", out _));
    }

    [Fact]
    public void Json_HoldsEverything()
    {
        var read = JsonSerializer.Deserialize<PlaylistFile>(PlaylistFileWriter.Write(File, PlaylistFileFormat.Json), JsonSerializerOptions.Web)!;

        Assert.Equal(File.Tracks, read.Tracks);
        Assert.Equal(File with { Tracks = read.Tracks }, read);
    }

    [Fact]
    public void Name_HasNothingThatFileSystemsRefuse() => Assert.Equal("Kitchen_ _best_of_… v3.m3u8", PlaylistFileWriter.NameOf(File, PlaylistFileFormat.M3u8));
}
