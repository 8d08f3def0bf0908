namespace MusicTimeMachine.Jobs;

/// <summary>Runs one claimed job to its end: handler, signs of life, and what became of it.</summary>
public sealed partial class JobRunner(JobQueue queue, IEnumerable<IJobHandler> handlers, ILogger<JobRunner> logger)
{
    private const string WentWrong = "Something went wrong on the server; its log says what.";

    private readonly Dictionary<string, IJobHandler> _handlers = handlers.SelectMany(handler => handler.Kinds, (handler, kind) => (handler, kind)).ToDictionary(pair => pair.kind, pair => pair.handler, StringComparer.Ordinal);

    /// <summary>The kinds that can be run.</summary>
    public string[] Kinds => [.. _handlers.Keys];

    /// <summary>The kinds that mostly wait for other servers, or those that do not.</summary>
    public string[] KindsThat(bool wait) => [.. _handlers.Where(handler => handler.Value.Waits == wait).Select(handler => handler.Key)];

    /// <summary>Runs the job and stores how it ended.</summary>
    /// <param name="job">A job that <paramref name="worker"/> holds.</param>
    /// <param name="worker">The holder.</param>
    /// <param name="stoppingToken">The application stops: the job is handed back.</param>
    public async Task RunAsync(Job job, Guid worker, CancellationToken stoppingToken)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var heartbeat = KeepAsync(job.Id, worker, lost);
        try
        {
            // Whoever claims a job counts an attempt, also after a process that died in the middle: one that kills it every time ends here.
            if (job.Attempts > job.MaxAttempts) throw new JobFailedException("The server stopped in the middle of this every time it was tried.");
            await _handlers[job.Kind].RunAsync(job, lost.Token);
            await queue.CompleteAsync(job.Id, worker, CancellationToken.None);
        }
        catch (Exception) when (lost.IsCancellationRequested)
        {
            // Whatever a broken off command throws. Cancelled or taken over: the table says so already. Stopping: let another go on.
            if (stoppingToken.IsCancellationRequested) await queue.HandBackAsync(job.Id, worker, CancellationToken.None);
        }
        catch (JobFailedException exception)
        {
            await GiveUpAsync(job, worker, exception.Message);
        }
        catch (Exception exception)
        {
            LogFailed(exception, job.Kind, job.Id, job.Attempts);
            if (job.Attempts >= job.MaxAttempts) await GiveUpAsync(job, worker, WentWrong);
            else await queue.RetryAsync(job, worker, WentWrong, CancellationToken.None);
        }
        finally
        {
            await lost.CancelAsync();
            await heartbeat;
        }
    }

    private async Task GiveUpAsync(Job job, Guid worker, string reason)
    {
        // In this order: between the two the process may die, and then the job is claimed once more and given up again.
        await _handlers[job.Kind].GiveUpAsync(job, reason, CancellationToken.None);
        await queue.FailAsync(job.Id, worker, reason, CancellationToken.None);
    }

    /// <summary>Renews the lease ten times before it ends, and cancels the work when it is lost.</summary>
    private async Task KeepAsync(long jobId, Guid worker, CancellationTokenSource lost)
    {
        using var timer = new PeriodicTimer(JobQueue.Lease / 10);
        try
        {
            while (await timer.WaitForNextTickAsync(lost.Token))
            {
                if (await queue.RenewAsync(jobId, worker, lost.Token)) continue;
                await lost.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The job ended.
        }
        catch (Exception exception)
        {
            LogNoHeartbeat(exception, jobId);
            await lost.CancelAsync();
        }
    }

    [LoggerMessage(LogLevel.Error, "Job {Kind} {JobId} failed at attempt {Attempt}.")]
    private partial void LogFailed(Exception exception, string kind, long jobId, short attempt);

    [LoggerMessage(LogLevel.Warning, "The lease of job {JobId} could not be renewed; the work stops and is tried again.")]
    private partial void LogNoHeartbeat(Exception exception, long jobId);
}
