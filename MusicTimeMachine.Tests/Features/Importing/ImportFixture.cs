using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>Importing on a database of its own, without the web server around it, for the tests of a class.</summary>
public sealed class ImportFixture(TestCluster cluster) : IAsyncLifetime
{
    public TestDatabase Database { get; } = new(cluster);

    public ImportSettings Settings { get; } = new();

    public JobQueue Queue { get; private set; } = null!;

    public ImportService Imports { get; private set; } = null!;

    public ImportUndo Undo { get; private set; } = null!;

    internal ImportJob Job { get; private set; } = null!;

    public JobRunner Runner { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        var updates = new LiveUpdates(new Database(), NullLogger<LiveUpdates>.Instance);
        var clock = TimeProvider.System;
        Queue = new JobQueue(Database, updates);
        Imports = new ImportService(Database, Queue, updates, clock);
        Undo = new ImportUndo(Database, updates);
        Job = new ImportJob(new HistoryImporter(Database, new HistoryReader(new HistoryFormats(clock)), Settings, updates, clock), Database, updates, clock);
        Runner = new JobRunner(Queue, [Job], NullLogger<JobRunner>.Instance);
    }

    /// <summary>Imports what a builder makes, as one zip.</summary>
    public async Task<ImportView> ImportAsync(Guid userId, SpotifyExportBuilder export)
    {
        using var given = new GivenFiles();
        return await ImportAsync(userId, await export.WriteZipAsync(given.PathOf("export.zip")));
    }

    /// <summary>Imports paths from beginning to end.</summary>
    public async Task<ImportView> ImportAsync(Guid userId, params IEnumerable<string> paths)
    {
        var (importId, run) = await BeginAsync(userId, paths);
        await run(Stop);
        return await FindAsync(userId, importId);
    }

    /// <summary>Begins an import and leaves the work to the caller.</summary>
    public async Task<(long ImportId, Func<CancellationToken, Task> RunAsync)> BeginAsync(Guid userId, params IEnumerable<string> paths)
    {
        var worker = Guid.NewGuid();
        var (importId, job) = await Imports.BeginAsync(userId, [.. paths.Select(path => new HistoryPath(path))], uploaded: false, worker, Stop);
        return (importId, cancellationToken => Runner.RunAsync(job, worker, cancellationToken));
    }

    public async Task<ImportView> FindAsync(Guid userId, long importId) =>
        await Imports.FindAsync(userId, importId, Stop) ?? throw new InvalidOperationException("There is no such import.");

    public async Task<Guid> AddUserAsync(string timeZone = "UTC") => (await Database.AddUserAsync(timeZone)).Id;

    /// <summary>Writes plays as the capturing of "recently played" does: an end to the millisecond, no time listened.</summary>
    public async Task CaptureAsync(Guid userId, IEnumerable<ExtendedRow> heard)
    {
        await using var batch = await ImportBatch.BeginAsync(Database, Stop);
        foreach (var row in heard)
            await batch.AddAsync(new ImportedPlay(row.Ts, PlayPrecision.Millisecond, PlaySource.SpotifyRecent) { Track = row.Track, Artist = row.Artist, Album = row.Album, SpotifyId = row.TrackUri!["spotify:track:".Length..] }, Stop);
        await batch.CompleteAsync(Stop);
        await batch.MatchAsync(Stop);
        await batch.WriteAsync(userId, import: null, _ => Task.CompletedTask, Stop);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
