using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class UploadCleanupTests(TestCluster cluster, TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly GivenFiles _given = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_AfterACrash_DeletesWhatNoImportNeeds()
    {
        _ = cluster;
        var user = await database.AddUserAsync();
        string Folder(string name) => Path.GetDirectoryName(_given.Write($"uploads/{name}/0", "[]"))!;
        var orphan = Folder("orphan");
        var failed = Folder("failed");
        var old = Folder("old");
        var ended = Folder("ended");
        var paused = Folder("paused");
        await database.ExecuteAsync(
            $"""
             insert into imports (user_id, names, paths, uploaded, status, finished_at, bytes_total, bytes_read, merged, files, rows, added, duplicates,
                 skipped_podcast, skipped_audiobook, skipped_video, skipped_no_track, skipped_local, errors)
             select '{user.Id}', array['a'], array[folder || '/0'], true, status, now() - age, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
             from (values ('{failed}', 'failed', interval '1 day'), ('{old}', 'failed', interval '8 days'), ('{ended}', 'completed', interval '0'), ('{paused}', 'reading', interval '0')) as v (folder, status, age)
             """);

        await using var app = await TestApp.StartAsync(database.ConnectionString, _given.Folder);
        for (var n = 0; n < 250 && Directory.Exists(orphan); n++) await Task.Delay(20, Stop);
        while (Directory.GetDirectories(_given.PathOf("uploads")).Length > 2) await Task.Delay(20, Stop);

        Assert.Equal([failed, paused], Directory.GetDirectories(_given.PathOf("uploads")).Order(StringComparer.Ordinal));
        Assert.NotNull(app.Services.GetService<MusicTimeMachine.Features.Importing.ImportService>());
    }

    public void Dispose() => _given.Dispose();
}
