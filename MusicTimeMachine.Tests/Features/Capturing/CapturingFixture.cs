using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Tests.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Spotify;

namespace MusicTimeMachine.Tests.Features.Capturing;

/// <summary>A stand-in for Spotify, the capturing of plays from it and importing, all on one clock.</summary>
internal sealed class CapturingFixture : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ImportService _imports;
    private readonly ImportUndo _undo;
    private readonly JobRunner _runner;

    private CapturingFixture(TestDatabase database, SpotifyFixture spotify)
    {
        (_database, Spotify) = (database, spotify);
        var updates = new LiveUpdates(new Database(), NullLogger<LiveUpdates>.Instance);
        Queue = new JobQueue(database, updates);
        Plays = StartProcess();
        Schedule = new CaptureSchedule(database, [Plays], Queue, updates, spotify.Clock);
        Job = new CaptureJob([Plays], Schedule);
        Gaps = new CaptureGaps(database);
        _imports = new ImportService(database, Queue, updates, spotify.Clock);
        _undo = new ImportUndo(database, updates);
        var importer = new HistoryImporter(database, new HistoryReader(new HistoryFormats(spotify.Clock)), new ImportSettings(), updates, spotify.Clock);
        _runner = new JobRunner(Queue, [new ImportJob(importer, database, updates, spotify.Clock)], NullLogger<JobRunner>.Instance);
    }

    public SpotifyFixture Spotify { get; }

    public JobQueue Queue { get; }

    public PlaysCapture Plays { get; }

    public CaptureSchedule Schedule { get; }

    public CaptureJob Job { get; }

    public CaptureGaps Gaps { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<CapturingFixture> StartAsync(TestDatabase database) =>
        new(database, await SpotifyFixture.StartAsync(database, settings => settings.MinimumGapMilliseconds = 0));

    /// <summary>The capturing of another process, or of this one after a restart.</summary>
    public PlaysCapture StartProcess()
    {
        var process = Spotify.StartProcess();
        return new PlaysCapture(_database, process.GetRequiredService<SpotifyAccess>(), process.GetRequiredService<MusicTimeMachine.Spotify.SpotifyApi>(), Spotify.Clock);
    }

    /// <summary>A new person here, connected with a new one of Spotify's who has played nothing.</summary>
    public async Task<(Guid UserId, FakePerson Person)> AddListenerAsync()
    {
        var userId = (await _database.AddUserAsync()).Id;
        var person = new FakePerson("account" + userId.ToString("N"), userId.ToString("N"), displayName: null);
        Spotify.World.People.Add(person);
        Spotify.App.AllowList.Add(person.Id);
        await Spotify.ConnectAsync(userId, person);
        // The schedule knows them now; what it wants done is done by the test.
        await Schedule.EnqueueDueAsync(Stop);
        await _database.ExecuteAsync("update jobs set status = 'completed', finished_at = now() where status = 'pending'");
        return (userId, person);
    }

    /// <summary>Captures plays as a worker does, and says why not.</summary>
    public async Task<string?> CaptureAsync(Guid userId)
    {
        await Job.RunAsync(new Job { Kind = Plays.Kind, UserId = userId, Parameters = "{}" }, Stop);
        return (await StateAsync(userId)).Error;
    }

    public async Task<CaptureState> StateAsync(Guid userId) => (await Schedule.StateAsync(userId, Stop)).Single();

    public async Task<long> ImportAsync(Guid userId, SpotifyExportBuilder export)
    {
        using var given = new GivenFiles();
        var worker = Guid.NewGuid();
        var path = new HistoryPath(await export.WriteZipAsync(given.PathOf("export.zip")));
        var (importId, job) = await _imports.BeginAsync(userId, [path], uploaded: false, worker, Stop);
        await _runner.RunAsync(job, worker, Stop);
        return importId;
    }

    public Task<bool> UndoAsync(Guid userId, long importId) => _undo.UndoAsync(userId, importId, Stop);

    /// <summary>The shown plays, "id time", in order.</summary>
    public async Task<List<string>> ShownAsync(Guid userId, string format = "MM-dd HH:mm:ss.fff")
    {
        await using var context = _database.CreateDbContext();
        var shown = await (
            from play in context.Plays
            join track in context.Tracks on play.TrackId equals track.Id
            where play.UserId == userId && play.DuplicateOf == null && play.RemovedBy == null
            select new { play.PlayedAt, track.SpotifyId }).ToListAsync(Stop);
        return [.. shown.Select(play => $"{play.PlayedAt.ToString(format, null)} {play.SpotifyId}").Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => Spotify.DisposeAsync();
}
