using System.Text;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class HistoryReaderTests : IDisposable
{
    private const string Extended = "Spotify extended streaming history";
    private const string Account = "Spotify account data";
    private static readonly DateTimeOffset Evening = new(2024, 5, 1, 20, 0, 0, TimeSpan.Zero);

    private readonly GivenFiles _given = new();

    [Fact]
    public async Task HistoryReader_WholeZip_GivesTheHistoriesInOrderAndPassesOverTheRest()
    {
        var zip = await Export().WriteZipAsync(_given.PathOf("my_spotify_data.zip"));

        var files = await Reading.FilesAsync(zip);

        const string Folder = "my_spotify_data.zip/Spotify Extended Streaming History";
        Assert.Equal(
            [
                ("my_spotify_data.zip/Spotify Account Data/StreamingHistory_music_0.json", Account, "four"),
                ($"{Folder}/Streaming_History_Audio_2020_2.json", Extended, "two"),
                ($"{Folder}/Streaming_History_Audio_2020_10.json", Extended, "one"),
                ($"{Folder}/Streaming_History_Video_2018-2025.json", Extended, ""),
            ],
            files.Select(file => (file.Name, file.Format, string.Join(' ', file.Tracks))));
        Assert.All(files, file => Assert.Null(file.Problem));
        Assert.Equal(SkipReason.Video, Assert.Single(files[^1].Rows).Skip);
    }

    [Fact]
    public async Task HistoryReader_UnpackedFolder_GivesTheSameRows()
    {
        var zip = await Export().WriteZipAsync(_given.PathOf("my_spotify_data.zip"));
        var folder = await Export().WriteFolderAsync(_given.PathOf("my_spotify_data.zip unpacked"));

        var zipped = await Reading.FilesAsync(zip);
        var unpacked = await Reading.FilesAsync(folder);

        Assert.Equal(zipped.SelectMany(file => file.Rows), unpacked.SelectMany(file => file.Rows));
        Assert.Equal(
            zipped.Select(file => file.Name.Replace("my_spotify_data.zip/", "my_spotify_data.zip unpacked/", StringComparison.Ordinal)),
            unpacked.Select(file => file.Name));
    }

    [Fact]
    public async Task HistoryReader_FolderWithZips_ReadsThem()
    {
        await new SpotifyExportBuilder().Audio("2020_1", Played("inner")).WriteZipAsync(_given.PathOf("b.zip"));
        _given.Write("deep/er/ENDSONG_0.JSON", await Reading.JsonAsync(Played("loose")));
        _given.Write("__MACOSX/._endsong_0.json", "x");
        _given.Write(".DS_Store", "x");

        var files = await Reading.FilesAsync(_given.Folder);

        var folder = Path.GetFileName(_given.Folder);
        Assert.Equal(
            [
                ($"{folder}/b.zip/Spotify Extended Streaming History/Streaming_History_Audio_2020_1.json", "inner"),
                ($"{folder}/deep/er/ENDSONG_0.JSON", "loose"),
            ],
            files.Select(file => (file.Name, string.Join(' ', file.Tracks))));
    }

    [Fact]
    public async Task HistoryReader_LooseFiles_AreReadOnceAndInNaturalOrder()
    {
        var ten = _given.Write("Streaming_History_Audio_2020_10.json", await Reading.JsonAsync(Played("ten")));
        var two = _given.Write("Streaming_History_Audio_2020_2.json", await Reading.JsonAsync(Played("two")));

        var files = await Reading.FilesAsync(ten, two, ten);

        Assert.Equal(["two", "ten"], files.SelectMany(file => file.Tracks));
    }

    [Fact]
    public async Task HistoryReader_UploadUnderAnotherName_IsKnownByItsOwn()
    {
        var video = _given.Write("0af3", await Reading.JsonAsync(Played("one")));
        var zip = await Export().WriteZipAsync(_given.PathOf("77c1"));

        var files = await Reading.FilesAsync(limits: null,
            new HistoryPath(video, @"C:\Downloads\endvideo_0.json"), new HistoryPath(zip, "my_spotify_data.zip"));

        Assert.Equal("endvideo_0.json", files[0].Name);
        Assert.Equal(SkipReason.Video, Assert.Single(files[0].Rows).Skip);
        Assert.All(files.Skip(1), file => Assert.StartsWith("my_spotify_data.zip/", file.Name, StringComparison.Ordinal));
        Assert.Equal(5, files.Count);
    }

    [Fact]
    public async Task HistoryReader_ReadAgain_GivesTheSamePlacesAlsoWhenFilesAreLeftUnread()
    {
        var zip = await Export().WriteZipAsync(_given.PathOf("my_spotify_data.zip"));
        var first = await Reading.FilesAsync(zip, _given.PathOf("missing.json"));

        var second = new List<(int, string)>();
        var reader = new HistoryReader(new HistoryFormats(Reading.Clock));
        await foreach (var file in reader.ReadAsync([new(_given.PathOf("missing.json")), new(zip)], TestContext.Current.CancellationToken))
            second.Add((file.Ordinal, file.Name));

        Assert.Equal(first.Select(file => (file.Ordinal, file.Name)), second);
        Assert.Equal(second.Order(), second);
    }

    [Fact]
    public async Task HistoryReader_LargeFile_IsReadToItsEnd()
    {
        var zip = await new SpotifyExportBuilder().Audio("2020_1", InventedListening.Rows(3000)).WriteZipAsync(_given.PathOf("a.zip"));

        var file = Assert.Single(await Reading.FilesAsync(zip));

        Assert.Equal(3000, file.Rows.Count);
        Assert.DoesNotContain(file.Rows, row => row.Error is not null);
        await using var json = new MemoryStream();
        await SpotifyExportBuilder.WriteJsonAsync(InventedListening.Rows(3000), json);
        Assert.Equal(json.Length, file.BytesRead);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public async Task HistoryReader_FileSavedInAnyUnicode_GivesTheSameRows(string encoding)
    {
        await using var json = new MemoryStream();
        await SpotifyExportBuilder.WriteJsonAsync(InventedListening.Rows(500).Append(Played("Øyer 🎵 夜の港")), json);
        var saved = Saved(Encoding.UTF8.GetString(json.ToArray()), Encoding.GetEncoding(encoding));
        var plain = _given.Write("plain.json", json.ToArray());
        var loose = _given.Write("saved.json", saved);
        var zip = _given.PackedZip("saved.zip", "mine.json", saved, System.IO.Compression.CompressionLevel.Fastest);

        var files = await Reading.FilesAsync(plain, loose, zip);

        Assert.Equal(501, files[0].Rows.Count);
        Assert.Equal("Øyer 🎵 夜の港", files[0].Tracks.Last());
        Assert.All(files, file => Assert.Equal((Extended, null), (file.Format, file.Problem)));
        Assert.All(files.Skip(1), file => Assert.Equal(files[0].Rows, file.Rows));
        Assert.All(files.Skip(1), file => Assert.Equal(saved.Length, file.BytesRead));
    }

    [Fact]
    public async Task HistoryReader_Utf16FileThatBreaksOff_KeepsTheRowsBefore()
    {
        var saved = Saved(Encoding.UTF8.GetString(await Reading.JsonAsync(Played("one"), Played("two"))), Encoding.Unicode);

        var file = Assert.Single(await Reading.FilesAsync(_given.Write("mine.json", saved[..^21])));

        Assert.Equal(["one"], file.Tracks);
        Assert.StartsWith("The file breaks off in row 2: it is incomplete.", file.LastError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Streaming_History_Audio_2024_1.json", Extended)]
    [InlineData("StreamingHistory_podcast_0.json", Account)]
    public async Task HistoryReader_EmptyListUnderAHistorysName_IsAHistoryWithoutRows(string name, string format)
    {
        var files = await Reading.FilesAsync(_given.Write(name, " [\r\n] "), _given.Zip("a.zip", ($"Spotify/{name}", "\uFEFF[]"), ("Spotify/Other.json", "[]")));

        Assert.Equal([(name, format, null), ($"a.zip/Spotify/{name}", format, null)], files.OrderByDescending(file => file.Name == name).Select(file => (file.Name, file.Format, file.Problem)));
        Assert.All(files, file => Assert.Empty(file.Rows));
    }

    public void Dispose() => _given.Dispose();

    private static byte[] Saved(string text, Encoding encoding) => [.. encoding.Preamble, .. encoding.GetBytes(text)];

    private static ExtendedRow Played(string track) => new(Evening) { Track = track };

    private static SpotifyExportBuilder Export() => new SpotifyExportBuilder()
        .Audio("2020_10", Played("one"))
        .Audio("2020_2", Played("two"))
        .Video("2018-2025", Played("three"))
        .Account(new AccountRow(Evening) { Track = "four" })
        .File("__MACOSX/Spotify Account Data/._StreamingHistory_music_0.json", "Mac OS X")
        .Companions();
}
