using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class DamagedZipTests : IDisposable
{
    private const string Good = """[{"ts":"2024-05-01T20:00:00Z","ms_played":1,"master_metadata_track_name":"good","master_metadata_album_artist_name":"A"}]""";

    private readonly GivenFiles _given = new();

    [Fact]
    public async Task Zip_NoZipAtAll_IsSaid()
    {
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);

        Assert.Equal(["a.zip is no zip that can be read: it is damaged or incomplete. Download it again."], await ProblemsAsync(_given.Write("a.zip", noise)));
    }

    [Fact]
    public async Task Zip_CutAnywhere_IsSaid()
    {
        var zip = new SpotifyExportBuilder().Audio("2020_1", InventedListening.Rows(20)).Companions().Zip();
        for (var length = 4; length < zip.Length; length += 97)
        {
            // Under a name that says nothing: the first bytes tell that it is a zip.
            var path = _given.Write($"cut{length}", zip[..length]);
            Assert.Equal([$"cut{length} is no zip that can be read: it is damaged or incomplete. Download it again."], await ProblemsAsync(path));
        }
    }

    [Fact]
    public async Task Zip_BitsFlippedAnywhere_NeverThrowsAndAccountsForEachRowOnce()
    {
        var zip = new SpotifyExportBuilder().Audio("2020_1", InventedListening.Rows(60)).Audio("2020_2", InventedListening.Rows(60)).Zip();
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var flipped = zip.ToArray();
            for (var times = random.Next(1, 4); times > 0; times--)
                flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));

            var files = await Reading.FilesAsync(_given.Write("flipped.zip", flipped));

            Assert.NotEmpty(files);
            Assert.All(files, file => Assert.NotEqual(file.Problem is null, file.Format is null));
            Assert.All(files.SelectMany(file => file.Rows), row =>
                Assert.Equal(1, (row.Play is null ? 0 : 1) + (row.Skip is null ? 0 : 1) + (row.Error is null ? 0 : 1)));
        }
    }

    [Fact]
    public async Task Zip_WrongChecksum_KeepsTheRowsBeforeAndSaysIt()
    {
        var path = _given.PackedZip("a.zip", "endsong_0.json", Encoding.UTF8.GetBytes(Good), CompressionLevel.NoCompression);
        var bytes = File.ReadAllBytes(path);
        bytes[ZipBytes.Find(bytes, "good"u8, 0)] = (byte)'f';

        var file = Assert.Single(await Reading.FilesAsync(_given.Write("a.zip", bytes)));

        Assert.Equal(["food"], file.Tracks);
        Assert.Equal(
            new ImportRow(2, Play: null, Skip: null, "The file cannot be read on in row 2: its checksum does not fit, so the zip is damaged. Download it again. The rows before it were imported."),
            file.Rows[^1]);
    }

    [Fact]
    public async Task Zip_DamagedInTheMiddle_KeepsTheRowsBeforeAndReadsTheNextFile()
    {
        var bytes = new SpotifyExportBuilder().Audio("2020_1", InventedListening.Rows(4000)).Audio("2020_2", InventedListening.Rows(10)).Zip();
        var middle = ZipBytes.Find(bytes, ZipBytes.LocalHeader, 1) / 2;
        bytes.AsSpan(middle, 200).Fill(0xFF);

        var files = await Reading.FilesAsync(_given.Write("a.zip", bytes));

        var rows = files[0].Rows;
        Assert.InRange(rows.Count, 1000, 3000);
        Assert.Equal(
            (await Reading.FilesAsync(await new SpotifyExportBuilder().Audio("2020_1", InventedListening.Rows(4000)).WriteZipAsync(_given.PathOf("whole.zip"))))[0].Rows.Take(rows.Count - 20),
            rows.Take(rows.Count - 20));
        Assert.Contains("damaged", rows[^1].Error, StringComparison.Ordinal);
        Assert.Equal((10, null), (files[1].Rows.Count, files[1].LastError));
    }

    [Fact]
    public async Task Zip_BreaksOffInAnEntry_KeepsTheRowsBefore()
    {
        var content = $"{Good[..^1]},{Good[1..^1]},{Good[1..^1]}]";
        var bytes = File.ReadAllBytes(_given.PackedZip("a.zip", "endsong_0.json", Encoding.UTF8.GetBytes(content), CompressionLevel.NoCompression));
        // The table of contents says that only half as much was stored as the file is long.
        var directory = ZipBytes.Find(bytes, ZipBytes.DirectoryHeader, 0);
        var half = content.Length / 2;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(directory + 20), half);

        var file = Assert.Single(await Reading.FilesAsync(_given.Write("a.zip", bytes)));

        Assert.Equal(["good"], file.Tracks);
        Assert.Contains("The file cannot be read on in row 2: ", file.LastError, StringComparison.Ordinal);
    }

    public void Dispose() => _given.Dispose();

    private static async Task<IEnumerable<string?>> ProblemsAsync(string path) =>
        (await Reading.FilesAsync(limits: null, new HistoryPath(path))).Select(file => file.Problem);
}
