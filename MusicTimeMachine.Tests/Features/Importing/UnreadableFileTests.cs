using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Importing.Archives;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class UnreadableFileTests : IDisposable
{
    private readonly GivenFiles _given = new();

    [Fact]
    public async Task HistoryReader_NothingRecognised_SaysWhatWasExpected()
    {
        var notes = _given.Write("notes.txt", "Dear diary");
        var user = _given.Write("Userdata.json", "{}");
        var zip = await new SpotifyExportBuilder().Companions().WriteZipAsync(_given.PathOf("only.zip"));
        Directory.CreateDirectory(_given.PathOf("void"));

        var files = await Reading.FilesAsync(notes, user, zip, _given.PathOf("void"), _given.Zip("empty.zip"));

        const string AFile = "is no listening history that can be read: expected was a file of Spotify extended streaming history or Spotify account data, such as Streaming_History_Audio_2024_1.json, or a zip or folder of them.";
        const string Files = "holds no listening history that can be read: expected were files of Spotify extended streaming history or Spotify account data, such as Streaming_History_Audio_2024_1.json.";
        Assert.Equal(
            [$"empty.zip {Files}", $"notes.txt {AFile}", $"only.zip {Files}", $"Userdata.json {AFile}", $"void {Files}"],
            files.Select(file => file.Problem));
    }

    [Theory]
    [InlineData("mine.json", "", "there is nothing in it. Download or copy it again.")]
    [InlineData("mine.json", " \r\n\t", "there is nothing in it. Download or copy it again.")]
    [InlineData("mine.zip", "", "there is nothing in it. Download or copy it again.")]
    [InlineData("mine.json", "[]", "it is a list without a single play, so there is nothing to import.")]
    [InlineData("mine.txt", "\uFEFF [ \r\n ]\n", "it is a list without a single play, so there is nothing to import.")]
    public async Task HistoryReader_EmptyFileOfAnotherName_IsSaidToBeEmpty(string name, string content, string expected)
    {
        var file = Assert.Single(await Reading.FilesAsync(_given.Write(name, content)));

        Assert.Equal((name, $"{name} is empty: {expected}"), (file.Name, file.Problem));
    }

    [Fact]
    public async Task HistoryReader_EmptyFilesAmongOthers_ArePassedOver()
    {
        _given.Write("export/Identifiers.json", "[]");
        _given.Write("export/endsong_0.json", await Reading.JsonAsync(Played("one")));
        _given.Write("export/SearchQueries.json", "");

        var files = await Reading.FilesAsync(_given.PathOf("export"), _given.Zip("a.zip", ("Identifiers.json", "[]")));

        Assert.Equal(["a.zip", "export/endsong_0.json"], files.Select(file => file.Name));
        Assert.StartsWith("a.zip holds no listening history that can be read", files[0].Problem, StringComparison.Ordinal);
        Assert.Equal(["one"], files[1].Tracks);
    }

    [Fact]
    public async Task HistoryReader_MissingAndEmptyFiles_AreSaidAndTheRestIsRead()
    {
        var good = _given.Write("endsong_1.json", await Reading.JsonAsync(Played("one")));
        var empty = _given.Write("endsong_0.json", "");

        var files = await Reading.FilesAsync(good, empty, _given.PathOf("endsong_2.json"));

        Assert.Equal("The file is empty. Ask for the export again or copy the file anew.", files[0].LastError);
        Assert.Equal(["one"], files[1].Tracks);
        Assert.Equal("endsong_2.json was not found: it does not exist, or it vanished while the import ran.", files[2].Problem);
    }

    [Fact]
    public async Task HistoryReader_FileVanishesMeanwhile_IsSaidAndTheRestIsRead()
    {
        for (var i = 0; i < 3; i++)
            _given.Write($"endsong_{i}.json", await Reading.JsonAsync(Played($"{i}")));

        var seen = new List<string?>();
        await foreach (var file in new HistoryReader(new HistoryFormats(Reading.Clock)).ReadAsync([new(_given.Folder)], TestContext.Current.CancellationToken))
        {
            seen.Add(file.Problem is null ? null : file.Problem[(file.Problem.IndexOf('/') + 1)..]);
            File.Delete(_given.PathOf("endsong_1.json"));
        }

        Assert.Equal([null, "endsong_1.json was not found: it does not exist, or it vanished while the import ran.", null], seen);
    }

    [Fact]
    public async Task HistoryReader_LinksInCircles_AreNotFollowedTwice()
    {
        _given.Write("a/endsong_0.json", await Reading.JsonAsync(Played("one")));
        Directory.CreateSymbolicLink(_given.PathOf("a/back"), _given.Folder);
        File.CreateSymbolicLink(_given.PathOf("a/itself"), _given.PathOf("a/itself"));
        File.CreateSymbolicLink(_given.PathOf("a/nowhere"), _given.PathOf("gone"));
        File.CreateSymbolicLink(_given.PathOf("a/endsong_1.json"), _given.PathOf("a/endsong_0.json"));

        var files = await Reading.FilesAsync(_given.Folder);

        var folder = Path.GetFileName(_given.Folder);
        Assert.Equal(
            [
                $"{folder}/a/back is a link to a folder that was read already: it was not followed.",
                null,
                null,
                $"{folder}/a/itself cannot be read: the disk reported an error.",
                $"{folder}/a/nowhere was not found: it does not exist, or it vanished while the import ran.",
            ],
            files.Select(file => file.Problem));
        Assert.Equal(["one", "one"], files.SelectMany(file => file.Tracks));
    }

    [Fact]
    public async Task HistoryReader_NoPermission_IsSaidAndTheRestIsRead()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess || OperatingSystem.IsWindows(), "An administrator may read everything.");
        _given.Write("endsong_0.json", await Reading.JsonAsync(Played("one")));
        var locked = _given.Write("endsong_1.json", await Reading.JsonAsync(Played("two")));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(locked, UnixFileMode.None);

        var files = await Reading.FilesAsync(_given.Folder);

        Assert.Equal(["one"], files.SelectMany(file => file.Tracks));
        Assert.EndsWith("endsong_1.json cannot be read: this program lacks the permission to open it.", files[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HistoryReader_TooManyFiles_AreRefused()
    {
        for (var i = 0; i < 4; i++)
            _given.Write($"f/endsong_{i}.json", "[]");
        var zip = _given.Zip("f.zip", ("a", ""), ("b", ""), ("c", ""), ("d", ""));

        var files = await Reading.FilesAsync(new ArchiveLimits { Entries = 3 }, new HistoryPath(_given.PathOf("f")), new HistoryPath(zip));

        Assert.Equal(
            ["f holds more than 3 files, and no history does: give the folder of the export itself.", "f.zip holds 4 files, and no history has more than 3."],
            files.Select(file => file.Problem));
    }

    public void Dispose() => _given.Dispose();

    private static ExtendedRow Played(string track) => new(new DateTimeOffset(2024, 5, 1, 20, 0, 0, TimeSpan.Zero)) { Track = track };
}
