using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Spotify;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>
/// Knows what is to be captured for whom and when. It stands in the table <c>captures</c>, so it survives the process and
/// holds for all of them. Whoever cannot be captured, with Spotify disconnected or to be connected again, or with a
/// disabled account, is passed over and keeps their place.
/// </summary>
public sealed class CaptureSchedule(IDbContextFactory<MusicContext> contexts, IEnumerable<ICapture> captures, JobQueue jobs, LiveUpdates updates, TimeProvider clock)
{
    private const int Most = 200;

    // What fails is tried again soon, and then more and more rarely.
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private readonly ICapture[] _captures = [.. captures];

    /// <summary>The topic that says that captures of a person changed.</summary>
    public static string Topic(Guid userId) => $"captures:{userId}";

    /// <summary>Makes a job of everything that is due, one each at a time.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EnqueueDueAsync(CancellationToken cancellationToken)
    {
        var (now, kinds) = (clock.GetUtcNow(), _captures.Select(capture => capture.Kind).ToArray());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into captures (user_id, kind, next_at)
             select user_id, kind, {now} from spotify_accounts cross join unnest({kinds}) as kind
             on conflict do nothing
             """, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // What another process is looking at is left to it; it moves the time on before it lets go.
        var due = await context.Captures.FromSql(
            $"""
             select c.* from captures c
             join spotify_accounts a on a.user_id = c.user_id and not a.needs_reconnect
             join users u on u.id = c.user_id and not u.disabled
             where c.next_at <= {now} and c.kind = any ({kinds})
               and not exists (select from jobs j where j.id = c.job_id and j.status in ('pending', 'running'))
             order by c.next_at
             limit {Most}
             for update of c skip locked
             """).ToListAsync(cancellationToken);
        var begun = 0;
        foreach (var capture in due)
        {
            if (await Of(capture.Kind).IsWantedAsync(context, capture.UserId, cancellationToken))
            {
                await EnqueueAsync(context, capture, cancellationToken);
                begun++;
            }
            else
            {
                capture.NextAt = NextTurn(now, Of(capture.Kind).Every);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return begun;
    }

    /// <summary>Starts a capture by hand. One that waits or runs already is enough.</summary>
    /// <returns>Whether the person has such a capture that can be started.</returns>
    public async Task<bool> StartAsync(Guid userId, string kind, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!Array.Exists(_captures, capture => capture.Kind == kind) || !await MayAsync(context, userId, cancellationToken)) return false;
        await context.Database.ExecuteSqlAsync($"insert into captures (user_id, kind, next_at) values ({userId}, {kind}, {clock.GetUtcNow()}) on conflict do nothing", cancellationToken);
        var capture = await context.Captures.FromSql($"select * from captures where user_id = {userId} and kind = {kind} for update").AsAsyncEnumerable().SingleAsync(cancellationToken);
        if (!await jobs.HurryAsync(context, capture.JobId, cancellationToken)) await EnqueueAsync(context, capture, cancellationToken);
        await updates.PublishAsync(context, Topic(userId), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>How the captures that a person wants stand, in the order in which they were registered.</summary>
    public async Task<IReadOnlyList<CaptureState>> StateAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from capture in context.Captures
            where capture.UserId == userId
            from job in context.Jobs.Where(job => job.Id == capture.JobId).DefaultIfEmpty()
            select new { capture, Status = (JobStatus?)job!.Status }).AsNoTracking().ToDictionaryAsync(row => row.capture.Kind, StringComparer.Ordinal, cancellationToken);
        List<CaptureState> states = [];
        foreach (var capture in _captures)
        {
            if (!await capture.IsWantedAsync(context, userId, cancellationToken)) continue;
            states.Add(rows.TryGetValue(capture.Kind, out var row)
                ? new CaptureState(capture.Kind, PhaseOf(row.Status), row.capture.LastOkAt, row.capture.NextAt, row.capture.Error)
                : new CaptureState(capture.Kind, CapturePhase.Waiting, LastOkAt: null, clock.GetUtcNow(), Error: null));
        }

        return states;
    }

    /// <summary>A job begins.</summary>
    /// <returns>Whether it is still wanted: the account is connected and usable.</returns>
    internal async Task<bool> BeginAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await updates.PublishAsync(context, Topic(userId), cancellationToken);
        return await MayAsync(context, userId, cancellationToken);
    }

    /// <summary>It succeeded. Here and below the row lets go of its job, which ends a moment later: whoever hears of it sees it done.</summary>
    internal Task SucceedAsync(Guid userId, ICapture capture, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return ChangeAsync(
            userId, $"update captures set job_id = null, last_ok_at = {now}, error = null, failures = 0, next_at = {NextTurn(now, capture.Every)} where user_id = {userId} and kind = {capture.Kind}", cancellationToken);
    }

    /// <summary>Spotify refused. Where it says until when, it is asked then.</summary>
    internal async Task RefuseAsync(Guid userId, ICapture capture, SpotifyException refused, CancellationToken cancellationToken)
    {
        // Who is marked is passed over until connecting again makes this one due, at once then.
        if (refused.Problem == SpotifyProblem.Reconnect && !await MayAsync(userId, cancellationToken)) await PostponeAsync(userId, capture.Kind, refused.Message, clock.GetUtcNow(), cancellationToken);
        // A limit of seconds that holds on is no reason to ask every minute for ever.
        else if (refused is { Problem: SpotifyProblem.RateLimited, Until: { } end }) await FailAsync(userId, capture, CaptureWords.Refused(refused.Problem), passes: true, cancellationToken, Later(end));
        else if (refused.Until is { } until) await PostponeAsync(userId, capture.Kind, CaptureWords.Refused(refused.Problem), Later(until), cancellationToken);
        else await FailAsync(userId, capture, refused.Message, refused.Problem is SpotifyProblem.Unavailable or SpotifyProblem.Unreadable, cancellationToken);
    }

    /// <summary>It did not succeed.</summary>
    /// <param name="userId">For whom.</param>
    /// <param name="capture">What.</param>
    /// <param name="reason">Why, as a sentence.</param>
    /// <param name="passes">Whether it will pass by itself, so that it is tried again when its turn comes, at the latest.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="notBefore">Until when it would not succeed anyway; null where nobody said.</param>
    internal Task FailAsync(Guid userId, ICapture capture, string reason, bool passes, CancellationToken cancellationToken, DateTimeOffset? notBefore = null)
    {
        var longest = passes && capture.Every < LongestWait ? capture.Every : LongestWait;
        var (now, first) = (clock.GetUtcNow(), FirstWait * (0.9 + (0.1 * Random.Shared.NextDouble())));
        return ChangeAsync(
            userId,
            $"""
             update captures set job_id = null, error = {reason}, failures = least(failures + 1, 100),
                 next_at = greatest({notBefore ?? now}, {now} + least({longest}, {first} * (2 ^ least(failures, 10))))
             where user_id = {userId} and kind = {capture.Kind}
             """, cancellationToken);
    }

    /// <summary>When it is due again: within the last tenth of the time, so that not all come at once and a day is never left out.</summary>
    private static DateTimeOffset NextTurn(DateTimeOffset now, TimeSpan every) => now + (every * (0.9 + (0.1 * Random.Shared.NextDouble())));

    private static DateTimeOffset Later(DateTimeOffset until) => until.AddSeconds(60 * Random.Shared.NextDouble());

    private static CapturePhase PhaseOf(JobStatus? status) => status switch
    {
        JobStatus.Pending => CapturePhase.Queued,
        JobStatus.Running => CapturePhase.Running,
        _ => CapturePhase.Waiting,
    };

    private static Task<bool> MayAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) =>
        context.SpotifyAccounts.AnyAsync(account => account.UserId == userId && !account.NeedsReconnect
            && context.Users.Any(user => user.Id == userId && !user.Disabled), cancellationToken);

    private async Task<bool> MayAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await MayAsync(context, userId, cancellationToken);
    }

    private ICapture Of(string kind) => _captures.Single(capture => capture.Kind == kind);

    private async Task EnqueueAsync(MusicContext context, Capture capture, CancellationToken cancellationToken)
    {
        var job = await jobs.EnqueueAsync(context, capture.Kind, capture.UserId, new { }, claimedBy: null, cancellationToken);
        capture.JobId = job.Id;
        capture.NextAt = NextTurn(clock.GetUtcNow(), Of(capture.Kind).Every);
        await context.SaveChangesAsync(cancellationToken);
    }

    private Task PostponeAsync(Guid userId, string kind, string reason, DateTimeOffset until, CancellationToken cancellationToken) =>
        ChangeAsync(userId, $"update captures set job_id = null, error = {reason}, next_at = {until} where user_id = {userId} and kind = {kind}", cancellationToken);

    private async Task ChangeAsync(Guid userId, FormattableString change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(change, cancellationToken);
        await updates.PublishAsync(context, Topic(userId), cancellationToken);
    }
}
