using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Spotify;

public sealed class SpotifyLimitsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_AtOnce_GoOneByOneWithTheGap()
    {
        await using var spotify = await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(spotify)));

        // Each waited for the one before. When they arrived is a matter of the network.
        Assert.Equal(3, spotify.Clock.Waits.Count);
        Assert.Equal(3 * 250, spotify.Clock.Waits.Sum(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task Wait_ThatIsCancelled_CostsNeitherTurnNorGap()
    {
        var clock = new HurriedClock { Stands = true };
        var queue = new SpotifyQueue(new SpotifySettings(), clock);
        await queue.EnterAsync("app", Stop);
        using var impatient = new CancellationTokenSource();
        var (second, third) = (queue.EnterAsync("app", impatient.Token), queue.EnterAsync("app", impatient.Token));

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        clock.Advance(TimeSpan.FromMilliseconds(250));
        await queue.EnterAsync("app", Stop).WaitAsync(TimeSpan.FromSeconds(10), Stop);
        await queue.EnterAsync("another app", Stop).WaitAsync(TimeSpan.FromSeconds(10), Stop);
    }

    [Fact]
    public async Task RateLimit_WithRetryAfter_IsSatOut()
    {
        await using var spotify = await StartAsync();
        spotify.World.Faults.Add(new FakeFault(FaultKind.RateLimited, TimeSpan.FromSeconds(17)));

        await AskAsync(spotify);

        Assert.Equal([17.0], spotify.Clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(2, spotify.World.Calls.Count);
    }

    [Fact]
    public async Task RateLimit_WithoutRetryAfter_WaitsLongerEachTime_AndGivesUp()
    {
        await using var spotify = await StartAsync();
        spotify.World.Faults.Add(new FakeFault(FaultKind.RateLimited), times: 4);

        var refused = await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify));

        Assert.Equal([5.0, 10.0, 20.0], spotify.Clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal((SpotifyProblem.RateLimited, "Spotify was asked too often in a short time. Try again in a minute."), (refused.Problem, refused.Message));
        Assert.Null(await spotify.Services.GetRequiredService<SpotifyBlocks>().FindAsync(spotify.App.ClientId, Stop));
    }

    [Fact]
    public async Task RateLimit_OfTheStandIn_LetsEverythingThroughInTime()
    {
        await using var spotify = await StartAsync();
        spotify.App.CallsPerWindow = 3;

        for (var n = 0; n < 8; n++) await AskAsync(spotify);

        Assert.True(spotify.Clock.GetUtcNow() >= new DateTimeOffset(2026, 3, 4, 12, 1, 0, TimeSpan.Zero), "Eight calls, three in half a minute, take a minute at least.");
    }

    [Fact]
    public async Task Quota_StopsEveryProcess_UntilItsTimeIsOver_AndOtherAppsNever()
    {
        await using var spotify = await StartAsync();
        await using var neighbour = await StartAsync();
        var elsewhere = spotify.StartProcess().GetRequiredService<SpotifyApi>();
        spotify.World.Faults.Add(new FakeFault(FaultKind.Quota, TimeSpan.FromSeconds(48_925)));
        var until = spotify.Clock.GetUtcNow().AddSeconds(48_925);

        var refused = await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify));
        var again = await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify));
        var there = await Assert.ThrowsAsync<SpotifyException>(async () => await elsewhere.SavedTracksAsync(spotify.Pass, Stop).ToListAsync(Stop));

        Assert.All([refused, again, there], one => Assert.Equal(
            (SpotifyProblem.QuotaUsedUp, until, "Spotify's quota for this app is used up. Spotify answers again in 14 hours; what waits goes on by itself then."), (one.Problem, one.Until, one.Message)));
        Assert.Single(spotify.World.Calls);
        await AskAsync(neighbour);
        await spotify.Api.ProfileAsync(spotify.Pass, Stop); // Somebody waits to get in.
        spotify.Clock.Advance(TimeSpan.FromSeconds(48_925));
        await AskAsync(spotify);
        Assert.Null(await spotify.Services.GetRequiredService<SpotifyBlocks>().FindAsync(spotify.App.ClientId, Stop));
    }

    [Fact]
    public async Task Quota_OfTheStandIn_IsADayLong_AndWithoutRetryAfterAnHour()
    {
        await using var spotify = await StartAsync();
        spotify.App.CallsPerDay = 1;
        await AskAsync(spotify);
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.Zero), (await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify))).Until!.Value, TimeSpan.FromSeconds(2));

        await using var silent = await StartAsync();
        silent.World.Faults.Add(new FakeFault(FaultKind.Quota));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 13, 0, 0, TimeSpan.Zero), (await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(silent))).Until);
    }

    [Fact]
    public async Task RateLimit_OfHours_IsNotSatOut()
    {
        await using var spotify = await StartAsync();
        spotify.World.Faults.Add(new FakeFault(FaultKind.RateLimited, TimeSpan.FromHours(2)));

        var refused = await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify));

        Assert.Equal((SpotifyProblem.RateLimited, 0), (refused.Problem, spotify.Clock.Waits.Count));
        await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify));
        Assert.Single(spotify.World.Calls);
    }

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.Dropped)]
    public async Task Outage_OfThreeCalls_IsPassedOver_OfFourIsToldOf(FaultKind kind)
    {
        await using var spotify = await StartAsync();
        spotify.World.Faults.Add(new FakeFault(kind), times: 3);
        await AskAsync(spotify);
        var waits = spotify.Clock.Waits.Select(wait => wait.TotalSeconds).Where(wait => wait > 0).ToList();
        Assert.InRange(waits[0], 0.25, 0.75);
        Assert.InRange(waits[1], 0.5, 1.5);
        Assert.InRange(waits[2], 1, 3);

        spotify.World.Faults.Add(new FakeFault(kind), times: 4);
        var refused = await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify));
        Assert.Equal((SpotifyProblem.Unavailable, "Spotify does not answer at the moment. Try again in some minutes."), (refused.Problem, refused.Message));
        Assert.Equal(8, spotify.World.Calls.Count);
    }

    [Fact]
    public async Task Outage_WhileSomethingIsMade_IsNotTriedAgain()
    {
        await using var spotify = await StartAsync();
        spotify.World.Faults.Add(new FakeFault(FaultKind.ServerError));

        Assert.Equal(SpotifyProblem.Unavailable, (await Assert.ThrowsAsync<SpotifyException>(() => spotify.Api.CreatePlaylistAsync(spotify.Pass, "Once", "", Stop))).Problem);

        Assert.Single(spotify.World.Calls);
    }

    [Fact]
    public async Task Answer_ThatTakesTooLong_IsNone()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database, settings => settings.TimeoutSeconds = 1);
        spotify.World.Faults.Add(new FakeFault(FaultKind.Slow, Delay: TimeSpan.FromMinutes(1)));

        Assert.Equal(SpotifyProblem.Unavailable, (await Assert.ThrowsAsync<SpotifyException>(() => spotify.Api.CreatePlaylistAsync(spotify.Pass, "Late", "", Stop))).Problem);
    }

    [Theory]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.WrongContentType)]
    public async Task Answer_ThatIsBroken_IsToldOf(FaultKind kind)
    {
        await using var spotify = await StartAsync();
        spotify.World.Faults.Add(new FakeFault(kind));

        Assert.Equal(SpotifyProblem.Unreadable, (await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify))).Problem);
    }

    [Fact]
    public async Task Refusals_HaveAKindAndASentence()
    {
        await using var spotify = await StartAsync();
        Assert.Equal((SpotifyProblem.NotOnAllowList, SpotifyErrors.NotOnAllowList), await RefusalAsync(spotify, spotify.PassOf("noa.example", SpotifyScopes.Needed)));
        Assert.Equal((SpotifyProblem.ScopeMissing, SpotifyErrors.ScopeMissing), await RefusalAsync(spotify, spotify.PassOf("robin.example", "user-top-read")));
        Assert.Equal((SpotifyProblem.TokenOver, SpotifyErrors.Reconnect), await RefusalAsync(spotify, new SpotifyPass(spotify.App.ClientId, "made up")));
        spotify.App.OwnerHasPremium = false;
        Assert.Equal((SpotifyProblem.OwnerWithoutPremium, SpotifyErrors.OwnerWithoutPremium), await RefusalAsync(spotify, spotify.Pass));
        spotify.App.OwnerHasPremium = true;
        Assert.Equal(SpotifyProblem.NotFound, (await Assert.ThrowsAsync<SpotifyException>(() => spotify.Api.TrackAsync(spotify.Pass, "nothing", Stop))).Problem);
    }

    [Fact]
    public async Task Refusal_InPlainText_IsUnderstoodToo()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("User not registered in the Developer Dashboard") };

        Assert.Equal(SpotifyProblem.NotOnAllowList, (await SpotifyErrors.ReadApiAsync(answer)).Problem);
    }

    private Task<SpotifyFixture> StartAsync() => SpotifyFixture.StartAsync(database);

    private static async Task AskAsync(SpotifyFixture spotify) => await spotify.Api.RecentlyPlayedAsync(spotify.Pass, null, Stop);

    private static async Task<(SpotifyProblem, string)> RefusalAsync(SpotifyFixture spotify, SpotifyPass pass)
    {
        var refused = await Assert.ThrowsAsync<SpotifyException>(() => spotify.Api.RecentlyPlayedAsync(pass, null, Stop));
        return (refused.Problem, refused.Message);
    }
}
