using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Importing.Archives;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class ZipBombTests : IDisposable
{
    private const string Good = """[{"ts":"2024-05-01T20:00:00Z","ms_played":1,"master_metadata_track_name":"good","master_metadata_album_artist_name":"A"}]""";

    private readonly GivenFiles _given = new();

    [Fact]
    public async Task ZipBomb_BeyondTheRatio_IsStoppedByWhatItReallyUnpacksTo()
    {
        var limits = new ArchiveLimits { RatioFreeBytes = 1 << 20 };
        var path = Bomb();
        var honest = await Reading.FilesAsync(limits, new HistoryPath(path));
        // Now the table of contents says that it is small.
        var bytes = File.ReadAllBytes(path);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(ZipBytes.Find(bytes, ZipBytes.DirectoryHeader, 0) + 24), 1000);
        var lying = await Reading.FilesAsync(limits, new HistoryPath(_given.Write("bomb.zip", bytes)));

        const string Stopped = "The file cannot be read on in row 2: it unpacks to far more than a listening history does (a “zip bomb”). The rows before it were imported.";
        Assert.Equal(["good"], Assert.Single(honest).Tracks);
        Assert.Equal(Stopped, honest[0].LastError);
        Assert.InRange(honest[0].BytesRead, 1 << 20, 20 << 20);
        Assert.Equal(["good"], Assert.Single(lying).Tracks);
        Assert.InRange(lying[0].BytesRead, 1, 20 << 20);
    }

    [Fact]
    public async Task ZipBomb_BeyondTheTotal_IsStopped()
    {
        var limits = new ArchiveLimits { InflatedBytes = 3L * Good.Length };
        var zip = _given.Zip("a.zip", ("endsong_0.json", Good), ("endsong_1.json", Good), ("endsong_2.json", Good), ("endsong_3.json", Good));

        var files = await Reading.FilesAsync(limits, new HistoryPath(zip));

        Assert.Equal(["good", "good", "good"], files.SelectMany(file => file.Tracks));
        Assert.Equal("a.zip/endsong_3.json cannot be read: it unpacks to far more than a listening history does (a “zip bomb”).", files[3].Problem);
    }

    [Fact]
    public async Task ZipBomb_EndlessTableOfContents_IsRefusedUnread()
    {
        var name = new string('n', 60_000);
        var zip = _given.Zip("a.zip", [.. Enumerable.Range(0, 40).Select(i => ($"{name}{i}", ""))]);

        Assert.Equal(["a.zip cannot be read: its table of contents is larger than that of any history."],
            (await Reading.FilesAsync(new ArchiveLimits { Entries = 100 }, new HistoryPath(zip))).Select(file => file.Problem));
    }

    public void Dispose() => _given.Dispose();

    // A good row, then 64 MiB of blanks.
    private string Bomb()
    {
        var content = new byte[64 << 20];
        content.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes(Good[..^1]).CopyTo(content.AsSpan());
        return _given.PackedZip("bomb.zip", "endsong_0.json", content, CompressionLevel.SmallestSize);
    }
}
