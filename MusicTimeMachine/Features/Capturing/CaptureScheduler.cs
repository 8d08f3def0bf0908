using MusicTimeMachine.Data;
using MusicTimeMachine.Jobs;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>Looks twice a minute for what is due, and forgets jobs that ended a week ago. Any number of processes may do so.</summary>
internal sealed partial class CaptureScheduler(
    Database database, CaptureSchedule schedule, JobQueue jobs, IEnumerable<ICapture> captures, ILogger<CaptureScheduler> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly string[] _kinds = [.. captures.Select(capture => capture.Kind)];

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

        for (var round = 0L; !stoppingToken.IsCancellationRequested; round++)
        {
            try
            {
                await schedule.EnqueueDueAsync(stoppingToken);
                if (round % 120 == 0) await jobs.ForgetAsync(_kinds, Kept, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away for a moment, say. What is due stays due.
                LogNotScheduled(exception);
            }
            catch (Exception)
            {
                return;
            }

            await Task.Delay(Poll, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Looking for captures that are due failed; it is tried again.")]
    private partial void LogNotScheduled(Exception exception);
}
