using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>An import ends, one way or another, and says so.</summary>
public sealed class ImportJobTests(ImportFixture importing) : IClassFixture<ImportFixture>, IDisposable
{
    private static readonly DateTimeOffset Evening = new(2024, 6, 1, 20, 0, 0, TimeSpan.Zero);
    private readonly GivenFiles _given = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancel_AWaitingImport_RemovesTheUpload()
    {
        var userId = await importing.AddUserAsync();
        var upload = await UploadAsync();
        var (importId, _) = await importing.Imports.BeginAsync(userId, [new(upload, "mine.json")], uploaded: true, claimedBy: null, Stop);

        Assert.True(await importing.Imports.CancelAsync(userId, importId, Stop));

        var import = await importing.FindAsync(userId, importId);
        Assert.Equal((ImportStatus.Cancelled, 0L, false), (import.Status, import.Added, import.IsRunning));
        Assert.False(Directory.Exists(Path.GetDirectoryName(upload)));
        Assert.Null(await importing.Queue.ClaimAsync(Guid.NewGuid(), ["import"], Stop));
        Assert.False(await importing.Imports.CancelAsync(userId, importId, Stop));
    }

    [Fact]
    public async Task Cancel_ARunningImport_StopsItAndKeepsTheAccount()
    {
        var userId = await importing.AddUserAsync();
        var upload = await UploadAsync(InventedListening.Rows(60_000));
        var worker = Guid.NewGuid();
        var (importId, job) = await importing.Imports.BeginAsync(userId, [new(upload, "mine.json")], uploaded: true, worker, Stop);
        var running = importing.Runner.RunAsync(job, worker, Stop);
        await UntilAsync(userId, importId, import => import.Rows > 0);

        Assert.True(await importing.Imports.CancelAsync(userId, importId, Stop));
        await running;

        var import = await importing.FindAsync(userId, importId);
        Assert.Equal(ImportStatus.Cancelled, import.Status);
        Assert.Equal(import.Added, (await importing.Database.ShownAsync(userId)).Count);
        Assert.False(Directory.Exists(Path.GetDirectoryName(upload)));
        Assert.Equal("cancelled", await JobAsync("status", job.Id));
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Cancel_ThenUndoAtOnce_LeavesNothingBehind()
    {
        var userId = await importing.AddUserAsync();
        var (importId, run) = await importing.BeginAsync(userId, _given.Write("endsong_0.json", await Reading.JsonAsync(InventedListening.Rows(20_000))));
        var running = run(Stop);
        await UntilAsync(userId, importId, import => import.Status is ImportStatus.Adding);

        Assert.True(await importing.Imports.CancelAsync(userId, importId, Stop));
        Assert.True(await importing.Undo.UndoAsync(userId, importId, Stop));
        await running;

        Assert.Empty(await importing.Database.ReportsAsync(userId));
        Assert.Equal(ImportStatus.Undone, (await importing.FindAsync(userId, importId)).Status);
        await importing.Database.AssertTotalsAsync(userId);
    }

    [Fact]
    public async Task Stopping_TheApplication_HandsTheImportBack()
    {
        var userId = await importing.AddUserAsync();
        var (importId, run) = await importing.BeginAsync(userId, _given.Write("endsong_0.json", await Reading.JsonAsync(InventedListening.Rows(20_000))));
        using (var stopping = new CancellationTokenSource())
        {
            var running = run(stopping.Token);
            await UntilAsync(userId, importId, import => import.Status is not ImportStatus.Waiting);
            await stopping.CancelAsync();
            await running;
        }

        var worker = Guid.NewGuid();
        var job = await importing.Queue.ClaimAsync(worker, ["import"], Stop);
        Assert.Equal<short?>(1, job?.Attempts);
        await importing.Runner.RunAsync(job!, worker, Stop);

        var import = await importing.FindAsync(userId, importId);
        Assert.Equal((ImportStatus.Completed, 20_000L), (import.Status, import.Rows));
        Assert.Equal(import.Added, (await importing.Database.ShownAsync(userId)).Count);
    }

    [Fact]
    public async Task Stopping_AtAnyMoment_IsNoFailure()
    {
        var userId = await importing.AddUserAsync();
        var path = _given.Write("endsong_0.json", await Reading.JsonAsync(InventedListening.Rows(30_000)));
        for (var run = 0; run < 25; run++)
        {
            var (importId, start) = await importing.BeginAsync(userId, path);
            using var stopping = new CancellationTokenSource(TimeSpan.FromMilliseconds(15 * run));

            await start(stopping.Token);

            var jobs = await importing.Database.ScalarAsync<string>($"select concat_ws(' ', status, error) from jobs where (parameters ->> 'ImportId')::bigint = {importId}");
            Assert.Contains(jobs, (string[])["pending", "completed"]);
        }
    }

    [Fact]
    public async Task Import_ThatFailsForGood_SaysSoAndCanBeTriedAgain()
    {
        var userId = await importing.AddUserAsync();
        var upload = await UploadAsync();
        var (importId, _) = await importing.Imports.BeginAsync(userId, [new(upload, "mine.json")], uploaded: true, claimedBy: null, Stop);
        var failing = new JobRunner(importing.Queue, [new Failing(importing.Job)], NullLogger<JobRunner>.Instance);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.Equal(ImportStatus.Waiting, (await importing.FindAsync(userId, importId)).Status);
            await RunNextAsync(failing);
        }

        var failed = await importing.FindAsync(userId, importId);
        Assert.Equal((ImportStatus.Failed, "Something went wrong on the server; its log says what."), (failed.Status, failed.Failure));
        Assert.True(File.Exists(upload));
        Assert.Null(await importing.Queue.ClaimAsync(Guid.NewGuid(), ["import"], Stop));

        Assert.True(await importing.Imports.RetryAsync(userId, importId, Stop));
        Assert.False(await importing.Imports.RetryAsync(userId, importId, Stop));
        await RunNextAsync(importing.Runner);
        Assert.Equal((ImportStatus.Completed, 1L), ((await importing.FindAsync(userId, importId)).Status, (await importing.FindAsync(userId, importId)).Added));
        Assert.False(Directory.Exists(Path.GetDirectoryName(upload)));
    }

    [Fact]
    public async Task Import_WhoseProcessDiesEveryTime_IsGivenUp()
    {
        var userId = await importing.AddUserAsync();
        var (importId, _) = await importing.Imports.BeginAsync(userId, [new(_given.Write("endsong_0.json", "[]"))], uploaded: false, claimedBy: null, Stop);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.NotNull(await importing.Queue.ClaimAsync(Guid.NewGuid(), ["import"], Stop));
            Assert.Null(await importing.Queue.ClaimAsync(Guid.NewGuid(), ["import"], Stop)); // It is held.
            await importing.Database.ExecuteAsync("update jobs set lease_until = now() - interval '1 second' where status = 'running'");
        }

        await RunNextAsync(importing.Runner);

        var import = await importing.FindAsync(userId, importId);
        Assert.Equal((ImportStatus.Failed, "The server stopped in the middle of this every time it was tried."), (import.Status, import.Failure));
        Assert.Null(await importing.Queue.ClaimAsync(Guid.NewGuid(), ["import"], Stop));
    }

    [Fact]
    public async Task Import_WhoseFileIsGone_FailsWithASentence()
    {
        var userId = await importing.AddUserAsync();
        var path = _given.Write("endsong_0.json", "[]");
        var (importId, run) = await importing.BeginAsync(userId, path);
        File.Delete(path);

        await run(Stop);

        var import = await importing.FindAsync(userId, importId);
        Assert.Equal((ImportStatus.Failed, "endsong_0.json is not there any more. What was added before stays; bring the file again to import the rest."), (import.Status, import.Failure));
    }

    [Fact]
    public async Task Import_CompletedByAnAttemptThatDied_IsNotDoneAgain()
    {
        var userId = await importing.AddUserAsync();
        var import = await importing.ImportAsync(userId, _given.Write("endsong_0.json", await Reading.JsonAsync(new ExtendedRow(Evening))));
        await importing.Undo.UndoAsync(userId, import.Id, Stop);
        await importing.Database.ExecuteAsync("update jobs set status = 'running', lease_owner = gen_random_uuid(), lease_until = now() - interval '1 second'");

        await RunNextAsync(importing.Runner);

        Assert.Empty(await importing.Database.ReportsAsync(userId));
        Assert.Equal(ImportStatus.Undone, (await importing.FindAsync(userId, import.Id)).Status);
    }

    public void Dispose()
    {
        // The next test's workers take what they find.
        importing.Database.ExecuteAsync("delete from jobs").GetAwaiter().GetResult();
        _given.Dispose();
    }

    private async Task<string> UploadAsync(IEnumerable<ExtendedRow>? rows = null) => _given.Write("upload/0", await Reading.JsonAsync(rows ?? [new ExtendedRow(Evening)]));

    private async Task RunNextAsync(JobRunner runner)
    {
        await importing.Database.ExecuteAsync("update jobs set run_after = now() where status = 'pending'");
        var worker = Guid.NewGuid();
        var job = await importing.Queue.ClaimAsync(worker, runner.Kinds, Stop);
        Assert.NotNull(job);
        await runner.RunAsync(job, worker, Stop);
    }

    private async Task UntilAsync(Guid userId, long importId, Func<ImportView, bool> holds)
    {
        while (!holds(await importing.FindAsync(userId, importId))) await Task.Delay(5, Stop);
    }

    private Task<string> JobAsync(string column, long jobId) => importing.Database.ScalarAsync<string>($"select {column} from jobs where id = {jobId}");

    /// <summary>Breaks every time, as a database that is away does.</summary>
    private sealed class Failing(ImportJob real) : IJobHandler
    {
        public IReadOnlyCollection<string> Kinds => ["import"];

        public Task RunAsync(Job job, CancellationToken cancellationToken) => throw new TimeoutException("The disk is too slow.");

        public Task GiveUpAsync(Job job, string reason, CancellationToken cancellationToken) => real.GiveUpAsync(job, reason, cancellationToken);
    }
}
