using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>Files that were imported before are not read again, and nobody can tell by what comes of it.</summary>
public sealed class KnownFilesTests(ImportFixture importing) : IClassFixture<ImportFixture>, IDisposable
{
    private static readonly DateTimeOffset Evening = new(2024, 6, 1, 20, 0, 0, TimeSpan.Zero);
    private readonly GivenFiles _given = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SameFiles_AreNotRead_AndTheAccountAddsUp()
    {
        var userId = await importing.AddUserAsync("Asia/Tokyo");
        var path = await Export().WriteZipAsync(_given.PathOf("export.zip"));
        var first = await importing.ImportAsync(userId, path);
        var before = await importing.Database.ReportsAsync(userId);

        var (again, read) = await ImportAgainAsync(userId, path);

        Assert.False(read);
        Assert.Equal(
            first with { Id = again.Id, Added = 0, Duplicates = first.Added + first.Duplicates, CreatedAt = again.CreatedAt, StartedAt = again.StartedAt, FinishedAt = again.FinishedAt, Names = again.Names },
            again);
        Assert.Equal(before, await importing.Database.ReportsAsync(userId));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task SameFiles_InAFolderInsteadOfAZip_AreKnown()
    {
        var userId = await importing.AddUserAsync();
        await importing.ImportAsync(userId, await Export().WriteZipAsync(_given.PathOf("my_spotify_data.zip")));

        var (again, read) = await ImportAgainAsync(userId, await Export().WriteFolderAsync(_given.PathOf("unpacked")));

        Assert.False(read);
        Assert.Equal(0, again.Added);
        var files = await importing.Imports.ListFilesAsync(userId, again.Id, 0, 10, Stop);
        Assert.All(files, file => Assert.StartsWith("unpacked/", file.Name, StringComparison.Ordinal));
        Assert.Equal(again.Rows, files.Sum(file => file.Rows));
    }

    public static TheoryData<string> OtherFiles => ["one more", "one less", "one byte", "another name"];

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public async Task OtherFiles_AreRead(string difference)
    {
        var userId = await importing.AddUserAsync();
        var folder = await Export().WriteFolderAsync(_given.PathOf("export"));
        await importing.ImportAsync(userId, folder);
        var chunk = Directory.GetFiles(folder, "*_2.json", SearchOption.AllDirectories).Single();
        switch (difference)
        {
            case "one more": File.Copy(chunk, chunk.Replace("_2.json", "_3.json", StringComparison.Ordinal)); break;
            case "one less": File.Delete(chunk); break;
            case "one byte": await File.WriteAllTextAsync(chunk, (await File.ReadAllTextAsync(chunk, Stop)).Replace("\"conn_country\":\"ZZ\"", "\"conn_country\":\"DE\"", StringComparison.Ordinal), Stop); break;
            default: File.Move(chunk, chunk.Replace("_2.json", "_3.json", StringComparison.Ordinal)); break;
        }

        var (again, read) = await ImportAgainAsync(userId, folder);

        Assert.True(read);
        Assert.Equal(0, again.Added);
    }

    [Fact]
    public async Task SameFiles_ReadByAnotherBuild_AreRead()
    {
        var userId = await importing.AddUserAsync();
        var path = await Export().WriteZipAsync(_given.PathOf("export.zip"));
        await importing.ImportAsync(userId, path);
        await importing.Database.ExecuteAsync($"update imports set read_by = gen_random_uuid() where user_id = '{userId}'");

        Assert.True((await ImportAgainAsync(userId, path)).Read);
    }

    [Fact]
    public async Task SameFiles_WithErrors_AreReadAndTheErrorsListed()
    {
        var userId = await importing.AddUserAsync();
        var path = _given.Write("endsong_0.json", """[{"ts":"2024-06-01T20:00:00Z","ms_played":1000,"master_metadata_track_name":"One","master_metadata_album_artist_name":"Nobody"},{"ts":"no time"}]""");
        await importing.ImportAsync(userId, path);

        var (again, read) = await ImportAgainAsync(userId, path);

        Assert.True(read);
        Assert.Equal((2L, 0L, 1L, 1L), (again.Rows, again.Added, again.Duplicates, again.Errors));
        Assert.Single(await importing.Imports.ListErrorsAsync(userId, again.Id, 0, 10, Stop));
    }

    [Fact]
    public async Task SameFiles_OfAnotherPerson_AreRead()
    {
        var path = await Export().WriteZipAsync(_given.PathOf("export.zip"));
        var first = await importing.ImportAsync(await importing.AddUserAsync(), path);

        var (other, read) = await ImportAgainAsync(await importing.AddUserAsync(), path);

        Assert.True(read);
        Assert.Equal(first.Added, other.Added);
    }

    [Fact]
    public async Task SameFiles_WhoseImportWasUndone_ComeBack()
    {
        var userId = await importing.AddUserAsync();
        var path = await Export().WriteZipAsync(_given.PathOf("export.zip"));
        var first = await importing.ImportAsync(userId, path);
        var before = await importing.Database.ShownAsync(userId);
        await importing.Undo.UndoAsync(userId, first.Id, Stop);

        var (again, read) = await ImportAgainAsync(userId, path);

        Assert.True(read);
        Assert.Equal(first.Added, again.Added);
        Assert.Equal(before, await importing.Database.ShownAsync(userId));
    }

    // Four imports: an overlapping one, the files, and these twice more, read or known. Undone in any order, there is always
    // what the imports that are left would have brought.
    [Theory]
    [InlineData("0 1 2 3", true)]
    [InlineData("1 2 3 0", true)]
    [InlineData("1 2 3 0", false)]
    [InlineData("3 1 0 2", true)]
    [InlineData("2 0 1 3", true)]
    [InlineData("2 0 1 3", false)]
    public async Task SameFiles_UndoneInAnyOrder_StayWhileOneImportHoldsThem(string order, bool known)
    {
        var userId = await importing.AddUserAsync("America/New_York");
        var export = await Export().WriteZipAsync(_given.PathOf("export.zip"));
        var overlapping = await new SpotifyExportBuilder().Audio("other", InventedListening.Rows(500, seed: 11).Skip(100)).WriteZipAsync(_given.PathOf("overlapping.zip"));
        string[] paths = [overlapping, export, export, export];
        var imports = new List<(ImportView Import, string Path)>();
        foreach (var (number, path) in paths.Index())
        {
            if (!known) await importing.Database.ExecuteAsync("update imports set read_by = gen_random_uuid()");
            var (import, read) = await ImportAgainAsync(userId, path);
            Assert.Equal(number < 2 || !known, read);
            imports.Add((import, path));
        }

        foreach (var number in order.Split(' ').Select(digit => digit[0] - '0'))
        {
            var undone = imports[number];
            imports[number] = undone with { Path = "" };
            var preview = await importing.Undo.PreviewAsync(userId, undone.Import.Id, Stop);
            var shown = await importing.Database.ShownAsync(userId);

            Assert.True(await importing.Undo.UndoAsync(userId, undone.Import.Id, Stop));

            var left = await ShownOfAsync(imports.Select(import => import.Path).Where(path => path.Length > 0).Distinct());
            Assert.Equal(left, await importing.Database.ShownAsync(userId));
            Assert.Equal(shown.Count - left.Count, preview?.Going);
            await importing.Database.AssertTotalsAsync(userId);
        }

        Assert.Empty(await importing.Database.ReportsAsync(userId));
    }

    [Fact]
    public async Task SameFiles_WhileTheFirstImportIsUndone_AreThereInTheEnd()
    {
        var path = await Export().WriteZipAsync(_given.PathOf("export.zip"));
        var expected = await ShownOfAsync([path]);
        for (var run = 0; run < 8; run++)
        {
            var userId = await importing.AddUserAsync();
            var first = await importing.ImportAsync(userId, path);

            var again = importing.ImportAsync(userId, path);
            await Task.Delay(4 * run, Stop);
            Assert.True(await importing.Undo.UndoAsync(userId, first.Id, Stop));

            Assert.Equal(ImportStatus.Completed, (await again).Status);
            Assert.Equal(expected, await importing.Database.ShownAsync(userId));
            await importing.Database.AssertTotalsAsync(userId);
        }
    }

    [Fact]
    public async Task Import_StoppedHalfWay_KnowsItsFilesFromTheOneThatWentOn()
    {
        var userId = await importing.AddUserAsync();
        var path = _given.Write("endsong_0.json", await Reading.JsonAsync(InventedListening.Rows(20_000)));
        var (importId, run) = await importing.BeginAsync(userId, path);
        using (var stopping = new CancellationTokenSource())
        {
            var running = run(stopping.Token);
            while ((await importing.FindAsync(userId, importId)).Status is ImportStatus.Waiting) await Task.Delay(5, Stop);
            await stopping.CancelAsync();
            await running;
        }

        var other = await importing.ImportAsync(userId, path);
        var worker = Guid.NewGuid();
        await importing.Runner.RunAsync((await importing.Queue.ClaimAsync(worker, ["import"], Stop))!, worker, Stop);

        var stopped = await importing.FindAsync(userId, importId);
        Assert.Equal((ImportStatus.Completed, 20_000L, other.Skipped), (stopped.Status, stopped.Rows, stopped.Skipped));
        Assert.Equal(stopped.Added + other.Added, (await importing.Database.ShownAsync(userId)).Count);
        Assert.True(await importing.Undo.UndoAsync(userId, other.Id, Stop));
        Assert.Equal(await ShownOfAsync([path]), await importing.Database.ShownAsync(userId));
        Assert.True(await importing.Undo.UndoAsync(userId, importId, Stop));
        Assert.Empty(await importing.Database.ReportsAsync(userId));
    }

    public void Dispose()
    {
        importing.Database.ExecuteAsync("delete from jobs").GetAwaiter().GetResult();
        _given.Dispose();
    }

    /// <summary>An export in two chunks, with repeats and with rows that are left out.</summary>
    private static SpotifyExportBuilder Export() => new SpotifyExportBuilder()
        .Audio("2015-2019_1", InventedListening.Rows(500, seed: 11))
        .Audio("2019-2024_2", [.. InventedListening.Rows(500, seed: 11).Skip(450), new ExtendedRow(Evening)])
        .Companions();

    /// <summary>Imports, and tells whether the files were read: what an earlier import says of their format is copied otherwise.</summary>
    private async Task<(ImportView Import, bool Read)> ImportAgainAsync(Guid userId, string path)
    {
        await importing.Database.ExecuteAsync("update import_files set format = 'known'");
        var import = await importing.ImportAsync(userId, path);
        Assert.Equal(ImportStatus.Completed, import.Status);
        var formats = (await importing.Imports.ListFilesAsync(userId, import.Id, 0, 10, Stop)).Select(file => file.Format).Distinct();
        return (import, Assert.Single(formats) != "known");
    }

    /// <summary>What somebody has who imported these alone.</summary>
    private async Task<List<string>> ShownOfAsync(IEnumerable<string> paths)
    {
        var other = await importing.AddUserAsync();
        foreach (var path in paths) await importing.ImportAsync(other, path);
        return await importing.Database.ShownAsync(other);
    }
}
