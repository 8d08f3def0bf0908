using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Spotify;

public sealed class SpotifyAccessTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_WithinTheHour_NeedsNoNewToken_AndAfterItOne()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var userId = await ConnectAsync(spotify);

        Assert.Equal("robin.example", await AskAsync(spotify, userId));
        spotify.Clock.Advance(TimeSpan.FromMinutes(58));
        await AskAsync(spotify, userId);
        Assert.Equal(0, Refreshes(spotify));
        spotify.Clock.Advance(TimeSpan.FromMinutes(1.5));
        await AskAsync(spotify, userId);
        await AskAsync(spotify, userId);
        Assert.Equal(1, Refreshes(spotify));
    }

    [Theory]
    [InlineData(RefreshAnswer.Omitted)]
    [InlineData(RefreshAnswer.Rotated)]
    [InlineData(RefreshAnswer.Repeated)]
    public async Task Refresh_HourAfterHour_KeepsTheTokenThatHolds(RefreshAnswer answer)
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var userId = await ConnectAsync(spotify);
        spotify.App.RefreshAnswer = answer;

        for (var hour = 0; hour < 4; hour++)
        {
            spotify.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal("robin.example", await AskAsync(spotify, userId));
        }

        Assert.Equal(4, Refreshes(spotify));
    }

    [Fact]
    public async Task Refresh_ByTwoProcessesAtOnce_HappensOnce()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database, settings => settings.MinimumGapMilliseconds = 0);
        var userId = await ConnectAsync(spotify);
        var elsewhere = spotify.StartProcess();
        spotify.App.RefreshAnswer = RefreshAnswer.Rotated;

        for (var hour = 1; hour <= 3; hour++)
        {
            spotify.Clock.Advance(TimeSpan.FromHours(1));
            var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => AskAsync(n % 2 == 0 ? spotify.Services : elsewhere, userId)));
            Assert.All(answers, answer => Assert.Equal("robin.example", answer));
            Assert.Equal(hour, Refreshes(spotify));
        }
    }

    [Fact]
    public async Task Call_WithATokenThatIsOverEarly_IsMadeAgainWithANewOne()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var userId = await ConnectAsync(spotify);
        spotify.World.Grants.EndAccess();

        Assert.Equal("robin.example", await AskAsync(spotify, userId));
        Assert.Equal(1, Refreshes(spotify));
    }

    [Fact]
    public async Task Refresh_Refused_AsksForASignIn_AndKeepsTheRest()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var userId = await ConnectAsync(spotify);
        await database.ExecuteAsync($"update spotify_accounts set captured_until = '2026-03-01' where user_id = '{userId}'");
        var before = await RowAsync(userId);
        spotify.World.Grants.Revoke();
        spotify.Clock.Advance(TimeSpan.FromHours(1));

        var refused = await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify, userId));
        var calls = spotify.World.Calls.Count;
        await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify, userId));

        Assert.Equal((SpotifyProblem.Reconnect, SpotifyErrors.Reconnect), (refused.Problem, refused.Message));
        Assert.Equal(calls, spotify.World.Calls.Count);
        var after = await RowAsync(userId);
        Assert.Equal((true, before.AccountId, before.CapturedUntil, before.AuthorizedAt), (after.NeedsReconnect, after.AccountId, after.CapturedUntil, after.AuthorizedAt));
        Assert.Equal(before.RefreshToken, after.RefreshToken);

        await spotify.ConnectAsync(userId, spotify.Robin);
        Assert.Equal("robin.example", await AskAsync(spotify, userId));
        Assert.Equal(before.CapturedUntil, (await RowAsync(userId)).CapturedUntil);
    }

    [Fact]
    public async Task Refresh_WithoutAnswer_ChangesNothing()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var userId = await ConnectAsync(spotify);
        spotify.Clock.Advance(TimeSpan.FromHours(1));
        spotify.World.Faults.Add(new FakeFault(FaultKind.ServerError, Path: "/api/token"));

        Assert.Equal(SpotifyProblem.Unavailable, (await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify, userId))).Problem);
        Assert.Equal("robin.example", await AskAsync(spotify, userId));
    }

    [Fact]
    public async Task Leave_OfSixMonths_IsRemindedOfFromTheFifth_AndEnds()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var userId = await ConnectAsync(spotify);
        var accounts = spotify.Services.GetRequiredService<SpotifyAccounts>();
        var begin = spotify.Clock.GetUtcNow();

        spotify.Clock.Advance(begin.AddMonths(5) - begin - TimeSpan.FromMinutes(1));
        Assert.Equal(SpotifyReminder.None, await accounts.RemindAsync(userId, Stop));
        spotify.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SpotifyReminder.Soon, await accounts.RemindAsync(userId, Stop));
        Assert.Equal("robin.example", await AskAsync(spotify, userId));
        spotify.Clock.Advance(begin.AddMonths(6) - spotify.Clock.GetUtcNow());
        Assert.Equal(SpotifyReminder.Now, await accounts.RemindAsync(userId, Stop));
        Assert.Equal(SpotifyProblem.Reconnect, (await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify, userId))).Problem);
        Assert.True((await RowAsync(userId)).NeedsReconnect);
        Assert.Equal(SpotifyReminder.None, await accounts.RemindAsync(Guid.NewGuid(), Stop));
    }

    [Fact]
    public async Task Tokens_InTheDatabase_AreReadableForTheirOwnerAlone()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var userId = (await database.AddUserAsync()).Id;
        var refreshToken = await spotify.ConnectAsync(userId, Somebody(spotify));
        var vault = spotify.Services.GetRequiredService<SpotifyVault>();

        var row = await RowAsync(userId);

        Assert.DoesNotContain(refreshToken, Encoding.Latin1.GetString(row.RefreshToken), StringComparison.Ordinal);
        Assert.Equal(refreshToken, vault.Open(userId, row.RefreshToken));
        Assert.Null(vault.Open(Guid.NewGuid(), row.RefreshToken));
        Assert.Equal(refreshToken, spotify.StartProcess().GetRequiredService<SpotifyVault>().Open(userId, row.RefreshToken));
    }

    [Fact]
    public async Task OthersAccount_IsOutOfReach()
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var owner = await ConnectAsync(spotify);
        var other = (await database.AddUserAsync()).Id;
        var accounts = spotify.Services.GetRequiredService<SpotifyAccounts>();

        await database.ExecuteAsync($"update users set password_hash = 'x' where id = '{other}'");
        Assert.Null((await accounts.StateAsync(other, Stop)).Link);
        Assert.Equal("No Spotify account is connected. Connect one on the settings page.", (await Assert.ThrowsAsync<SpotifyException>(() => AskAsync(spotify, other))).Message);
        Assert.Null(await accounts.DisconnectAsync(other, Stop));
        Assert.Equal("robin.example", await AskAsync(spotify, owner));
    }

    private static int Refreshes(SpotifyFixture spotify) => spotify.World.Calls.Count(call => call.Path == "/api/token");

    private static Task<string> AskAsync(SpotifyFixture spotify, Guid userId) => AskAsync(spotify.Services, userId);

    private static async Task<string> AskAsync(IServiceProvider process, Guid userId) => await process.GetRequiredService<SpotifyAccess>().CallAsync(
        userId, async pass => (await process.GetRequiredService<SpotifyApi>().ProfileAsync(pass, Stop)).Id, Stop);

    /// <summary>Robin, with an account that no other test has.</summary>
    private static FakePerson Somebody(SpotifyFixture spotify)
    {
        spotify.Robin.AccountId = "account" + Guid.NewGuid().ToString("N");
        return spotify.Robin;
    }

    private async Task<Guid> ConnectAsync(SpotifyFixture spotify)
    {
        var userId = (await database.AddUserAsync()).Id;
        await spotify.ConnectAsync(userId, Somebody(spotify));
        return userId;
    }

    private async Task<SpotifyAccount> RowAsync(Guid userId)
    {
        await using var context = database.CreateDbContext();
        return await context.SpotifyAccounts.AsNoTracking().SingleAsync(account => account.UserId == userId, Stop);
    }
}
