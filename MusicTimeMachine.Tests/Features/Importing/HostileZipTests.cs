using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class HostileZipTests : IDisposable
{
    private const string Good = """[{"ts":"2024-05-01T20:00:00Z","ms_played":1,"master_metadata_track_name":"good","master_metadata_album_artist_name":"A"}]""";

    private readonly GivenFiles _given = new();

    [Fact]
    public async Task Zip_Encrypted_IsSaidOnceAndTheOtherFilesAreRead()
    {
        var path = _given.Zip("secret.zip", ("endsong_0.json", Good), ("endsong_1.json", Good), ("endsong_2.json", Good));
        var bytes = File.ReadAllBytes(path);
        foreach (var entry in new[] { 0, 1 })
        {
            bytes[ZipBytes.Find(bytes, ZipBytes.LocalHeader, entry) + 6] |= 1;
            bytes[ZipBytes.Find(bytes, ZipBytes.DirectoryHeader, entry) + 8] |= 1;
        }

        var files = await Reading.FilesAsync(_given.Write("secret.zip", bytes));

        Assert.Equal(["secret.zip is protected by a password: unpack it first and give the files that come out.", null], files.Select(file => file.Problem));
        Assert.Equal("secret.zip/endsong_2.json", files[1].Name);
        Assert.Equal(["good"], files[1].Tracks);
    }

    [Fact]
    public async Task Zip_UnusualCompression_IsSaidAndTheOtherFilesAreRead()
    {
        const byte Lzma = 14;
        var path = _given.Zip("a.zip", ("endsong_0.json", Good), ("endsong_1.json", Good));
        var bytes = File.ReadAllBytes(path);
        bytes[ZipBytes.Find(bytes, ZipBytes.LocalHeader, 0) + 8] = Lzma;
        bytes[ZipBytes.Find(bytes, ZipBytes.DirectoryHeader, 0) + 10] = Lzma;

        var files = await Reading.FilesAsync(_given.Write("a.zip", bytes));

        Assert.Equal(
            "a.zip/endsong_0.json cannot be read: it is damaged, or packed in an unusual way. Download the zip again, or unpack it and give the files that come out.",
            files[0].Problem);
        Assert.Equal(["good"], files[1].Tracks);
    }

    [Theory]
    [InlineData("../endsong_0.json")]
    [InlineData("a/../../endsong_0.json")]
    [InlineData(@"..\endsong_0.json", "../endsong_0.json")]
    [InlineData("/etc/endsong_0.json")]
    [InlineData("C:/endsong_0.json")]
    [InlineData(@"c:\endsong_0.json", "c:/endsong_0.json")]
    public async Task Zip_NameLeadsOut_IsRefusedAndTheOtherFilesAreRead(string name, string? shown = null)
    {
        var files = await Reading.FilesAsync(_given.Zip("a.zip", (name, Good), ("inside/..endsong..json", Good)));

        Assert.Equal([$"a.zip/{shown ?? name} is refused: its name leads out of the zip."], files.Select(file => file.Problem).OfType<string>());
        Assert.Equal(["good"], files.SelectMany(file => file.Tracks));
        Assert.Equal([_given.PathOf("a.zip")], Directory.GetFileSystemEntries(_given.Folder));
    }

    [Fact]
    public async Task Zip_InsideAZip_IsSaidAndTheOtherFilesAreRead()
    {
        var inner = new SpotifyExportBuilder().Audio("2020_1", InventedListening.Rows(1)).Zip();
        var outer = await new SpotifyExportBuilder().File("inner.ZIP", inner).File("endsong_0.json", Good).WriteZipAsync(_given.PathOf("outer.zip"));

        var files = await Reading.FilesAsync(outer);

        Assert.Equal([null, "outer.zip/inner.ZIP is a zip inside a zip: unpack the outer one and give the inner one."], files.Select(file => file.Problem));
    }

    public void Dispose() => _given.Dispose();
}
