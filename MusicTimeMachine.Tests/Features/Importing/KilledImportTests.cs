using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary><c>kill -9</c> at any moment: nothing is lost and nothing is there twice.</summary>
public sealed class KilledImportTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly GivenFiles _given = new();
    private readonly TestDatabase _database = new(cluster);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const int Rows = 30_000;

    private static readonly Dictionary<string, string> SmallBatches = new() { ["Imports__BatchSize"] = "5000" };

    public static TheoryData<string> Moments => ["reading", "first batch", "staged"];

    public async ValueTask InitializeAsync() => await _database.InitializeAsync();

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Import_Killed_IsFinishedByTheAppAndByTheSameCommand(string moment)
    {
        var export = await new SpotifyExportBuilder().Audio("2015-2025_1", InventedListening.Rows(Rows)).WriteZipAsync(_given.PathOf("export.zip"));
        var killed = await _database.AddUserAsync("Europe/Zurich");
        using (var process = CommandLineApp.Start(_database.ConnectionString, SmallBatches, "import", "--user", killed.Name, export))
        {
            await UntilAsync(killed.Id, moment);
            Assert.True(await process.KillAsync());
        }

        // The same command at once, while the dead process still seems to hold the import.
        var again = await CommandLineApp.RunAsync(_database.ConnectionString, "import", "--user", killed.Name, "--json", export);
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.Contains($"\"rows\":{Rows},", again.Output, StringComparison.Ordinal);
        var complete = await PlaysAsync(killed.Id);

        // The lease ends, and the running app goes on with the first one.
        await _database.ExecuteAsync("update jobs set lease_until = now() - interval '1 second' where status = 'running'");
        await using (var app = await TestApp.StartAsync(_database.ConnectionString, _given.Folder))
            await UntilAsync(killed.Id, "completed");

        var imports = await ImportsAsync(killed.Id);
        Assert.Equal(2, imports.Count);
        Assert.All(imports, import => Assert.Equal((ImportStatus.Completed, (long)Rows, (long)Rows), (import.Status, import.Rows, import.Added + import.Duplicates + import.SkippedPodcast + import.Errors)));
        Assert.Equal(complete, await PlaysAsync(killed.Id));
        await _database.AssertTotalsAsync(killed.Id);

        var undisturbed = await _database.AddUserAsync("Europe/Zurich");
        Assert.Equal(0, (await CommandLineApp.RunAsync(_database.ConnectionString, "import", "--user", undisturbed.Name, export)).Code);
        Assert.Equal(await PlaysAsync(undisturbed.Id), complete);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _given.Dispose();
    }

    private async Task UntilAsync(Guid userId, string moment)
    {
        while ((await ImportsAsync(userId)).FirstOrDefault() is not { } import || !(moment switch
        {
            "reading" => import.Status is not ImportStatus.Waiting,
            "staged" => import.Status is ImportStatus.Adding,
            "first batch" => import.Merged > 0,
            _ => import.Status is ImportStatus.Completed,
        })) await Task.Delay(5, Stop);
    }

    private async Task<List<Import>> ImportsAsync(Guid userId)
    {
        await using var context = _database.CreateDbContext();
        return await context.Imports.AsNoTracking().Where(import => import.UserId == userId).OrderBy(import => import.Id).ToListAsync(Stop);
    }

    /// <summary>How many plays, how many of them shown, and a sum over all that they say.</summary>
    private Task<string> PlaysAsync(Guid userId) => _database.ScalarAsync<string>(
        $"""
         select concat_ws(' ', count(*), count(*) filter (where duplicate_of is null),
             sum(hashtextextended(concat_ws('|', track_id, played_at, ms_played, source, precision, reason_start, reason_end, skipped, shuffle, platform_id, duplicate_of is null), 0)::numeric))
         from plays where user_id = '{userId}'
         """);
}
