using MusicTimeMachine.Data;

namespace MusicTimeMachine.Jobs;

/// <summary>
/// Does the jobs, two at a time of those that work and two of those that wait for other servers. It is woken when one is
/// added, looks by itself every few seconds (a hint can be lost), and hands unfinished work back when the application stops.
/// </summary>
internal sealed partial class JobWorker(
    Database database, JobQueue queue, JobRunner runner, LiveUpdates updates, ILogger<JobWorker> logger) : BackgroundService
{
    private const int Parallel = 2;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await database.Ready.WaitAsync(stoppingToken);
        }
        catch (Exception)
        {
            return; // The application stops, or the startup has said why there is no database.
        }

        await Task.WhenAll(Enumerable.Range(0, 2 * Parallel).Select(number => WorkAsync(runner.KindsThat(wait: number % 2 == 1), stoppingToken)));
    }

    private async Task WorkAsync(string[] kinds, CancellationToken stoppingToken)
    {
        using var wake = new SemaphoreSlim(0);
        using var subscription = updates.Subscribe(JobQueue.Topic, () => wake.Release());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var worker = Guid.NewGuid();
                if (await queue.ClaimAsync(worker, kinds, stoppingToken) is { } job)
                    await runner.RunAsync(job, worker, stoppingToken);
                else
                    await wake.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The database is away for a moment, say. The work is in the table and waits.
                LogNoWork(exception);
                await Task.Delay(Poll, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Looking for work failed; it is tried again.")]
    private partial void LogNoWork(Exception exception);
}
