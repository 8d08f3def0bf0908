using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Capturing;

public sealed class CaptureScheduleTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Plays = "spotify-plays";

    private readonly ScheduledCaptures _captures = new(database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await database.ExecuteAsync("delete from jobs; delete from users");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Due_SeenByManyProcessesAtOnce_IsOneJobForEachLinkedAccount()
    {
        Guid[] linked = [await _captures.AddLinkedAsync(), await _captures.AddLinkedAsync(), await _captures.AddLinkedAsync()];
        var (refused, disabled) = (await _captures.AddLinkedAsync(), await _captures.AddLinkedAsync());
        await database.AddUserAsync();
        await database.ExecuteAsync($"update spotify_accounts set needs_reconnect = true where user_id = '{refused}'");
        await database.ExecuteAsync($"update users set disabled = true where id = '{disabled}'");

        var processes = Enumerable.Range(0, 6).Select(_ => _captures.StartProcess()).ToList();
        for (var round = 0; round < 3; round++) await Task.WhenAll(processes.Select(process => process.EnqueueDueAsync(Stop)));
        _captures.Clock.Advance(TimeSpan.FromMinutes(20));
        await Task.WhenAll(processes.Select(process => process.EnqueueDueAsync(Stop)));

        Assert.Equal(6, await _captures.WorkAsync());
        Assert.Equal(linked.SelectMany(userId => new[] { (Plays, userId), ("spotify-tops", userId) }).Order(), _captures.Done.Order());
    }

    [Fact]
    public async Task NotWanted_IsNeitherDoneNorShown_UntilItIs()
    {
        var userId = await _captures.AddLinkedAsync();
        _captures.Wants = (kind, _) => kind != Plays;
        Assert.Equal(1, await RunDueAsync());
        Assert.Equal(["spotify-tops"], (await _captures.Schedule.StateAsync(userId, Stop)).Select(state => state.Kind));

        _captures.Wants = (_, _) => true;
        Assert.True(await _captures.Schedule.StartAsync(userId, Plays, Stop));
        await _captures.WorkAsync();

        Assert.Equal([("spotify-tops", userId), (Plays, userId)], _captures.Done);
        Assert.Equal([Plays, "spotify-tops"], (await _captures.Schedule.StateAsync(userId, Stop)).Select(state => state.Kind));
    }

    [Fact]
    public void Captures_DoNotKeepOtherWorkWaiting()
    {
        Assert.Equal([Plays, "spotify-tops"], _captures.Runner.KindsThat(wait: true));
        Assert.Empty(_captures.Runner.KindsThat(wait: false));
    }

    [Fact]
    public async Task Success_IsNoted_AndItsNextTurnComesWithinTheTime()
    {
        var userId = await _captures.AddLinkedAsync();
        await RunDueAsync();

        var now = _captures.Clock.GetUtcNow();
        var (plays, tops) = (await _captures.StateAsync(userId), await _captures.StateAsync(userId, "spotify-tops"));
        Assert.Equal((CapturePhase.Waiting, now, null), (plays.Phase, plays.LastOkAt, plays.Error));
        Assert.InRange(plays.NextAt, now.AddMinutes(13.5), now.AddMinutes(15));
        Assert.InRange(tops.NextAt, now.AddHours(21.6), now.AddHours(24));
        _captures.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(1, await RunDueAsync());
    }

    [Fact]
    public async Task Quota_OfOnePerson_WaitsUntilSpotifySaid_AndHoldsNobodyElse()
    {
        var (blocked, other) = (await _captures.AddLinkedAsync(), await _captures.AddLinkedAsync());
        var until = _captures.Clock.GetUtcNow().AddSeconds(74_214);
        _captures.Does = (_, userId) => userId == blocked ? throw SpotifyErrors.Blocked(until, _captures.Clock.GetUtcNow(), quota: true) : Task.CompletedTask;
        Assert.Equal(4, await RunDueAsync());

        var state = await _captures.StateAsync(blocked);
        Assert.Equal("Spotify's quota for this app is used up.", state.Error);
        Assert.InRange(state.NextAt, until, until.AddMinutes(1));
        Assert.Equal([(short)1, (short)1], (await _captures.JobsAsync(blocked)).Select(job => job.Attempts));
        Assert.Null((await _captures.StateAsync(other)).Error);
        _captures.Clock.Advance(TimeSpan.FromHours(20));
        await RunDueAsync();
        Assert.All(_captures.Done, done => Assert.Equal(other, done.UserId));

        _captures.Does = (_, _) => Task.CompletedTask;
        _captures.Clock.Advance(until.AddMinutes(1) - _captures.Clock.GetUtcNow());
        await RunDueAsync();
        Assert.Null((await _captures.StateAsync(blocked)).Error);
    }

    [Fact]
    public async Task Reconnect_IsWaitedFor_AndThenAtOnceDue()
    {
        var userId = await _captures.AddLinkedAsync();
        _captures.Does = async (_, _) =>
        {
            await database.ExecuteAsync("update spotify_accounts set needs_reconnect = true");
            throw new SpotifyException(SpotifyProblem.Reconnect, SpotifyErrors.Reconnect);
        };
        await RunDueAsync();
        _captures.Does = (_, _) => Task.CompletedTask;
        _captures.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(0, await RunDueAsync());
        Assert.False(await _captures.Schedule.StartAsync(userId, Plays, Stop));
        Assert.Equal(SpotifyErrors.Reconnect, (await _captures.StateAsync(userId)).Error);
        await database.ExecuteAsync("update spotify_accounts set needs_reconnect = false");
        Assert.Equal(2, await RunDueAsync());
        Assert.Null((await _captures.StateAsync(userId)).Error);
    }

    [Theory]
    [InlineData(SpotifyProblem.NotOnAllowList)]
    [InlineData(SpotifyProblem.Reconnect)] // The key of one's own app is gone, say: nothing marks the account.
    public async Task Refusals_InARow_AreAskedForMoreAndMoreRarely(SpotifyProblem problem)
    {
        var userId = await _captures.AddLinkedAsync();
        _captures.Does = (_, _) => throw new SpotifyException(problem, SpotifyErrors.NotOnAllowList);
        List<double> waits = [];
        for (var n = 0; n < 7; n++)
        {
            await RunDueAsync();
            var wait = (await _captures.StateAsync(userId)).NextAt - _captures.Clock.GetUtcNow();
            waits.Add(wait.TotalMinutes);
            _captures.Clock.Advance(wait);
        }

        Assert.All(waits.Zip([15, 30, 60, 120, 240, 360, 360]), wait => Assert.InRange(wait.First, wait.Second * 0.89, wait.Second));
    }

    [Fact]
    public async Task Account_ExchangedMeanwhile_IsNothingThatIsSaidOfTheNewOne()
    {
        var userId = await _captures.AddLinkedAsync();
        _captures.Does = (_, _) => throw SpotifyErrors.AccountChanged();
        Assert.Equal(2, await RunDueAsync());

        var state = await _captures.StateAsync(userId);
        Assert.Equal((CapturePhase.Waiting, null, null), (state.Phase, state.LastOkAt, state.Error));
    }

    [Theory]
    [InlineData(0, 13.5, 15)]
    [InlineData(5, 13.5, 15)]
    [InlineData(7_200, 120, 121)]
    public async Task RateLimit_ThatHoldsOn_IsAskedForAsRarelyAsEver(int seconds, double atLeast, double atMost)
    {
        var userId = await _captures.AddLinkedAsync();
        _captures.Does = (_, _) => throw SpotifyErrors.Blocked(_captures.Clock.GetUtcNow().AddSeconds(seconds), _captures.Clock.GetUtcNow(), quota: false);
        await RunDueAsync();

        var state = await _captures.StateAsync(userId);
        Assert.Equal("Spotify was asked too often in a short time.", state.Error);
        Assert.InRange((state.NextAt - _captures.Clock.GetUtcNow()).TotalMinutes, atLeast, atMost);
        _captures.Clock.Advance((await _captures.StateAsync(userId, "spotify-tops")).NextAt - _captures.Clock.GetUtcNow());
        await RunDueAsync();
        Assert.InRange(((await _captures.StateAsync(userId, "spotify-tops")).NextAt - _captures.Clock.GetUtcNow()).TotalMinutes, Math.Max(27, atLeast), Math.Max(30, atMost));
    }

    [Fact]
    public async Task Start_ByHand_IsOneJobAndForOneselfAlone()
    {
        var (userId, other) = (await _captures.AddLinkedAsync(), (await database.AddUserAsync()).Id);
        Assert.True(await _captures.Schedule.StartAsync(userId, Plays, Stop));
        Assert.True(await _captures.Schedule.StartAsync(userId, Plays, Stop));
        Assert.Equal(CapturePhase.Queued, (await _captures.StateAsync(userId)).Phase);
        Assert.False(await _captures.Schedule.StartAsync(other, Plays, Stop));
        Assert.False(await _captures.Schedule.StartAsync(userId, "spotify-nothing", Stop));

        Assert.Equal(1, await _captures.WorkAsync());
        Assert.Equal([(Plays, userId)], _captures.Done);
    }

    [Fact]
    public async Task Job_OfAnAccountThatIsGone_DoesNothing()
    {
        var userId = await _captures.AddLinkedAsync();
        await _captures.Schedule.EnqueueDueAsync(Stop);
        await database.ExecuteAsync($"delete from spotify_accounts where user_id = '{userId}'");

        Assert.Equal(2, await _captures.WorkAsync());
        Assert.Empty(_captures.Done);
        Assert.Equal(0L, await database.ScalarAsync<long>("select count(*) from captures"));
    }

    [Fact]
    public async Task Mistake_IsTriedAgain_AndSaidWhenItStays()
    {
        var userId = await _captures.AddLinkedAsync();
        _captures.Does = (kind, _) => kind == Plays ? throw new InvalidOperationException() : Task.CompletedTask;
        await _captures.Schedule.EnqueueDueAsync(Stop);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await _captures.WorkAsync();
            await database.ExecuteAsync("update jobs set run_after = now() where status = 'pending'");
        }

        Assert.Equal([JobStatus.Failed, JobStatus.Completed], (await _captures.JobsAsync(userId)).OrderBy(job => job.Kind, StringComparer.Ordinal).Select(job => job.Status));
        Assert.StartsWith("Something went wrong on the server", (await _captures.StateAsync(userId)).Error, StringComparison.Ordinal);
        _captures.Does = (_, _) => Task.CompletedTask;
        _captures.Clock.Advance(TimeSpan.FromMinutes(15));
        await RunDueAsync();
        Assert.Null((await _captures.StateAsync(userId)).Error);
    }

    [Fact]
    public async Task Jobs_ThatEndedLongAgo_AreForgotten()
    {
        var userId = await _captures.AddLinkedAsync();
        await RunDueAsync();
        await database.ExecuteAsync("update jobs set finished_at = now() - interval '8 days' where kind = 'spotify-plays'");

        Assert.Equal(1, await _captures.Queue.ForgetAsync(_captures.Runner.Kinds, TimeSpan.FromDays(7), Stop));
        Assert.Equal(["spotify-tops"], (await _captures.JobsAsync(userId)).Select(job => job.Kind));
        Assert.Equal(CapturePhase.Waiting, (await _captures.StateAsync(userId)).Phase);
    }

    private async Task<int> RunDueAsync()
    {
        await _captures.Schedule.EnqueueDueAsync(Stop);
        return await _captures.WorkAsync();
    }
}
