using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Capturing;

/// <summary>A schedule of two captures that do what a test says, and the worker that does its jobs.</summary>
internal sealed class ScheduledCaptures
{
    private readonly TestDatabase _database;
    private readonly Func<CaptureSchedule> _start;

    public ScheduledCaptures(TestDatabase database)
    {
        _database = database;
        var updates = new LiveUpdates(new Database(), NullLogger<LiveUpdates>.Instance);
        Spoken[] captures = [new Spoken(this, "spotify-plays", TimeSpan.FromMinutes(15)), new Spoken(this, "spotify-tops", TimeSpan.FromDays(1))];
        Queue = new JobQueue(database, updates);
        _start = () => new CaptureSchedule(_database, captures, Queue, updates, Clock);
        Schedule = StartProcess();
        Runner = new JobRunner(Queue, [new CaptureJob(captures, Schedule)], NullLogger<JobRunner>.Instance);
    }

    public TestClock Clock { get; } = new();

    public JobQueue Queue { get; }

    public CaptureSchedule Schedule { get; }

    public JobRunner Runner { get; }

    /// <summary>What a capture does, by kind and person.</summary>
    public Func<string, Guid, Task> Does { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether a person wants what is captured, by kind.</summary>
    public Func<string, Guid, bool> Wants { get; set; } = (_, _) => true;

    /// <summary>What was captured, in order.</summary>
    public List<(string Kind, Guid UserId)> Done { get; } = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public CaptureSchedule StartProcess() => _start();

    public async Task<Guid> AddLinkedAsync()
    {
        var userId = (await _database.AddUserAsync()).Id;
        await using var context = _database.CreateDbContext();
        context.SpotifyAccounts.Add(new SpotifyAccount
        {
            UserId = userId,
            AccountId = userId.ToString(),
            SpotifyId = userId.ToString(),
            RefreshToken = [],
            AccessToken = [],
            Scopes = [],
            AuthorizedAt = Clock.GetUtcNow(),
        });
        await context.SaveChangesAsync(Stop);
        return userId;
    }

    /// <summary>Does all jobs that can be done now, and says how many there were.</summary>
    public async Task<int> WorkAsync()
    {
        for (var count = 0; ; count++)
        {
            var worker = Guid.NewGuid();
            if (await Queue.ClaimAsync(worker, Runner.Kinds, Stop) is not { } job) return count;
            await Runner.RunAsync(job, worker, Stop);
        }
    }

    public async Task<CaptureState> StateAsync(Guid userId, string kind = "spotify-plays") =>
        (await Schedule.StateAsync(userId, Stop)).Single(state => state.Kind == kind);

    public async Task<List<Job>> JobsAsync(Guid userId)
    {
        await using var context = _database.CreateDbContext();
        return await context.Jobs.AsNoTracking().Where(job => job.UserId == userId).OrderBy(job => job.Id).ToListAsync(Stop);
    }

    private sealed class Spoken(ScheduledCaptures owner, string kind, TimeSpan every) : ICapture
    {
        public string Kind => kind;

        public TimeSpan Every => every;

        public Task<bool> IsWantedAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) => Task.FromResult(owner.Wants(kind, userId));

        public async Task CaptureAsync(Guid userId, CancellationToken cancellationToken)
        {
            await owner.Does(kind, userId);
            owner.Done.Add((kind, userId));
        }
    }
}
