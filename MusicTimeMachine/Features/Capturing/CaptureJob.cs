using MusicTimeMachine.Jobs;
using MusicTimeMachine.Spotify;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>
/// Does captures as durable work. A refusal of Spotify's is noted in the schedule, which knows when to ask again, and ends
/// the job; only what nobody expects is tried again at once.
/// </summary>
internal sealed class CaptureJob(IEnumerable<ICapture> captures, CaptureSchedule schedule) : IJobHandler
{
    private readonly Dictionary<string, ICapture> _captures = captures.ToDictionary(capture => capture.Kind, StringComparer.Ordinal);

    public IReadOnlyCollection<string> Kinds => _captures.Keys;

    public bool Waits => true;

    public async Task RunAsync(Job job, CancellationToken cancellationToken)
    {
        var (userId, capture) = (job.UserId!.Value, _captures[job.Kind]);
        if (!await schedule.BeginAsync(userId, cancellationToken)) return;
        try
        {
            await capture.CaptureAsync(userId, cancellationToken);
        }
        catch (SpotifyException refused) when (refused.Problem == SpotifyProblem.AccountChanged)
        {
            return; // The account that is connected now has its own place in the schedule.
        }
        catch (SpotifyException refused)
        {
            await schedule.RefuseAsync(userId, capture, refused, cancellationToken);
            return;
        }

        await schedule.SucceedAsync(userId, capture, cancellationToken);
    }

    public Task GiveUpAsync(Job job, string reason, CancellationToken cancellationToken) =>
        schedule.FailAsync(job.UserId!.Value, _captures[job.Kind], reason, passes: true, cancellationToken);
}
