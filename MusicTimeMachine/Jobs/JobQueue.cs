using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Jobs;

/// <summary>The table of durable work as a queue: many workers of many processes may take from it.</summary>
public sealed class JobQueue(IDbContextFactory<MusicContext> contexts, LiveUpdates updates)
{
    /// <summary>How long a worker holds a job without a sign of life.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>The topic that says that there is something to do.</summary>
    public const string Topic = "jobs";

    /// <summary>Adds a job within the caller's transaction, if the context has one, and tells the workers.</summary>
    /// <param name="context">The caller's context.</param>
    /// <param name="kind">The handler's kind.</param>
    /// <param name="userId">For whom; null for work of the whole server.</param>
    /// <param name="parameters">What the handler needs to know.</param>
    /// <param name="claimedBy">A worker that does the job at once, so that no other takes it; null to queue it.</param>
    /// <param name="cancellationToken">Stops before the job is added.</param>
    public async Task<Job> EnqueueAsync<TParameters>(
        MusicContext context, string kind, Guid? userId, TParameters parameters, Guid? claimedBy, CancellationToken cancellationToken)
    {
        var job = new Job { Kind = kind, UserId = userId, Parameters = JsonSerializer.Serialize(parameters), RunAfter = DateTimeOffset.UnixEpoch };
        context.Jobs.Add(job);
        await context.SaveChangesAsync(cancellationToken);
        if (claimedBy is { } worker)
        {
            await context.Database.ExecuteSqlAsync(
                $"update jobs set status = 'running', attempts = 1, started_at = now(), lease_owner = {worker}, lease_until = now() + {Lease} where id = {job.Id}",
                cancellationToken);
            await context.Entry(job).ReloadAsync(cancellationToken);
        }

        await updates.PublishAsync(context, Topic, cancellationToken);
        return job;
    }

    /// <summary>Takes the next job of the kinds: the most urgent that waits, or one whose worker gave no sign of life.</summary>
    /// <param name="worker">Who takes it.</param>
    /// <param name="kinds">The kinds that the worker can do.</param>
    /// <param name="cancellationToken">Stops before a job is taken.</param>
    /// <returns>The job, or null when there is nothing to do.</returns>
    public async Task<Job?> ClaimAsync(Guid worker, string[] kinds, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var claimed = await context.Jobs.FromSql(
            $"""
             update jobs set status = 'running', attempts = attempts + 1, started_at = coalesce(started_at, now()),
                 lease_owner = {worker}, lease_until = now() + {Lease}
             where id = (
                 select id from jobs
                 where kind = any ({kinds})
                   and ((status = 'pending' and run_after <= now()) or (status = 'running' and lease_until < now()))
                 order by priority desc, run_after, id
                 limit 1
                 for update skip locked)
             returning *
             """).AsNoTracking().ToListAsync(cancellationToken);
        return claimed.SingleOrDefault();
    }

    /// <summary>Holds a job for another while.</summary>
    /// <returns>False when the job is no longer the worker's: it was cancelled, or another took it over.</returns>
    public async Task<bool> RenewAsync(long jobId, Guid worker, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Database.ExecuteSqlAsync(
            $"update jobs set lease_until = now() + {Lease} where id = {jobId} and lease_owner = {worker} and status = 'running'", cancellationToken) == 1;
    }

    /// <summary>The job is done.</summary>
    public Task CompleteAsync(long jobId, Guid worker, CancellationToken cancellationToken) =>
        EndAsync(jobId, worker, JobStatus.Completed, error: null, cancellationToken);

    /// <summary>The job cannot be done.</summary>
    public Task FailAsync(long jobId, Guid worker, string error, CancellationToken cancellationToken) =>
        EndAsync(jobId, worker, JobStatus.Failed, error, cancellationToken);

    /// <summary>The attempt failed: another follows after 2, 4, 8 … seconds and some at random.</summary>
    public async Task RetryAsync(Job job, Guid worker, string error, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             update jobs set status = 'pending', lease_owner = null, lease_until = null, error = {error},
                 run_after = now() + make_interval(secs => (2 ^ attempts) * (1 + random()))
             where id = {job.Id} and lease_owner = {worker} and status = 'running'
             """, cancellationToken);
    }

    /// <summary>The application stops: another worker may go on at once, and the attempt does not count.</summary>
    public async Task HandBackAsync(long jobId, Guid worker, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             update jobs set status = 'pending', lease_owner = null, lease_until = null, attempts = attempts - 1
             where id = {jobId} and lease_owner = {worker} and status = 'running'
             """, cancellationToken);
        await updates.PublishAsync(context, Topic, cancellationToken);
    }

    /// <summary>Stops a job of a person; a worker that holds it notices with its next sign of life.</summary>
    /// <returns>What the job was until now; null when there was nothing to stop.</returns>
    public async Task<JobStatus?> CancelAsync(Guid userId, long jobId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stopped = await context.Database.SqlQuery<string>(
            $"""
             with found as (
                 select id, status from jobs
                 where id = {jobId} and user_id = {userId} and status in ('pending', 'running', 'paused') for update),
             cancelled as (
                 update jobs j set status = 'cancelled', finished_at = now(), lease_owner = null, lease_until = null from found where j.id = found.id)
             select status as "Value" from found
             """).ToListAsync(cancellationToken);
        if (stopped.Count == 0) return null;
        await updates.PublishAsync(context, Topic, cancellationToken);
        return Enum.Parse<JobStatus>(stopped[0], ignoreCase: true);
    }

    /// <summary>Begins a failed job of a person again, within the caller's transaction, with as many attempts as at first.</summary>
    /// <returns>Whether there was something to begin again.</returns>
    public async Task<bool> RestartAsync(MusicContext context, Guid userId, long jobId, CancellationToken cancellationToken)
    {
        var restarted = await context.Database.ExecuteSqlAsync(
            $"""
             update jobs set status = 'pending', attempts = 0, run_after = now(), error = null, finished_at = null
             where id = {jobId} and user_id = {userId} and status = 'failed'
             """, cancellationToken) == 1;
        if (restarted) await updates.PublishAsync(context, Topic, cancellationToken);
        return restarted;
    }

    /// <summary>Lets a job that waits for its time begin at once, within the caller's transaction.</summary>
    /// <returns>Whether it waits or runs; false when there is nothing left to begin.</returns>
    public async Task<bool> HurryAsync(MusicContext context, long? jobId, CancellationToken cancellationToken)
    {
        if (jobId is null) return false;
        var there = await context.Database.ExecuteSqlAsync(
            $"update jobs set run_after = least(run_after, now()) where id = {jobId} and status in ('pending', 'running')", cancellationToken) == 1;
        if (there) await updates.PublishAsync(context, Topic, cancellationToken);
        return there;
    }

    /// <summary>Removes jobs that ended long ago.</summary>
    /// <param name="kinds">Of these kinds alone.</param>
    /// <param name="age">How long ago.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<int> ForgetAsync(string[] kinds, TimeSpan age, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Database.ExecuteSqlAsync(
            $"delete from jobs where kind = any ({kinds}) and status in ('completed', 'failed', 'cancelled') and finished_at < now() - {age}", cancellationToken);
    }

    private async Task EndAsync(long jobId, Guid worker, JobStatus status, string? error, CancellationToken cancellationToken)
    {
        var word = status.ToString().ToLowerInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             update jobs set status = {word}, error = {error}, finished_at = now(), lease_owner = null, lease_until = null
             where id = {jobId} and lease_owner = {worker} and status = 'running'
             """, cancellationToken);
    }
}
