using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class SessionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly AccountsFixture _accounts = new(database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_ChangeByAnotherProcess_IsSeenAfterTenSeconds_ByThisOne_AtOnce()
    {
        var userId = await _accounts.AddAsync("watched");
        await _accounts.AddAsync("watching", UserRole.Admin);
        var person = await _accounts.Sessions.BeginAsync(userId, Stop);
        await database.ExecuteAsync("update users set display_name = 'elsewhere' where name = 'watched'");

        Assert.Equal(person, await FindAsync(person));
        _accounts.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(person! with { DisplayName = "elsewhere" }, await FindAsync(person));

        await _accounts.People.SetDisabledAsync(userId, true, Stop);
        Assert.Null(await FindAsync(person));
    }

    [Fact]
    public async Task EndOthers_OneBrowserOfThree_IsTheOnlyOneLeft()
    {
        var userId = await _accounts.AddAsync("three browsers");
        var stranger = await _accounts.Sessions.BeginAsync(await _accounts.AddAsync("somebody else"), Stop);
        var (here, there, elsewhere) = (await BeginAsync(userId), await BeginAsync(userId), await BeginAsync(userId));
        Assert.Equal(2, await _accounts.Sessions.CountOthersAsync(Cookie(here), Stop));

        await _accounts.Sessions.EndOthersAsync(Cookie(here), Stop);

        Assert.Equal((here, null, null, stranger), (await FindAsync(here), await FindAsync(there), await FindAsync(elsewhere), await FindAsync(stranger)));
        Assert.Equal(0, await _accounts.Sessions.CountOthersAsync(Cookie(here), Stop));
    }

    [Fact]
    public async Task Disable_AndEnableAgain_LeavesTheSessionsEnded()
    {
        await _accounts.AddAsync("judge", UserRole.Admin);
        var userId = await _accounts.AddAsync("sent and called back");
        var person = await BeginAsync(userId);

        await _accounts.People.SetDisabledAsync(userId, true, Stop);
        Assert.Null(await _accounts.Sessions.BeginAsync(userId, Stop));
        await _accounts.People.SetDisabledAsync(userId, false, Stop);

        Assert.Null(await FindAsync(person));
        Assert.NotNull(await _accounts.Sessions.BeginAsync(userId, Stop));
    }

    [Fact]
    public async Task Session_WithoutAVisitForThirtyDays_HasEnded_AndIsRemovedAtTheNextSignIn()
    {
        var userId = await _accounts.AddAsync("rare visitor");
        var (visited, forgotten) = (await BeginAsync(userId), await BeginAsync(userId));
        _accounts.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(visited, await FindAsync(visited));
        _accounts.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(visited, await FindAsync(visited));
        Assert.Null(await FindAsync(forgotten));
        Assert.Equal(2L, await CountRowsAsync(userId));
        await BeginAsync(userId);
        Assert.Equal(2L, await CountRowsAsync(userId));
        Assert.Equal(1, await _accounts.Sessions.CountOthersAsync(Cookie(visited), Stop));
    }

    [Fact]
    public async Task Find_CookieWithoutASession_IsNobody() =>
        Assert.Null(await _accounts.Sessions.FindAsync(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString())], "test")), Stop));

    [Fact]
    public async Task Circuit_AfterPasswordRightsOrAccountChanged_HoldsNoLonger()
    {
        await _accounts.AddAsync("keeper", UserRole.Admin);
        Assert.False(await HoldsAfterAsync("circuit 1", userId => _accounts.Profile.ChangePasswordAsync(userId, AccountsFixture.Password, "another four words", "another four words", Stop)));
        Assert.False(await HoldsAfterAsync("circuit 2", userId => _accounts.People.SetRoleAsync(userId, UserRole.Admin, Stop)));
        Assert.False(await HoldsAfterAsync("circuit 3", userId => _accounts.People.SetDisabledAsync(userId, true, Stop)));
        Assert.False(await HoldsAfterAsync("circuit 4", userId => database.ExecuteAsync($"delete from users where id = '{userId}'")));
        Assert.False(await HoldsAfterAsync("circuit 5", userId => database.ExecuteAsync($"delete from sessions where user_id = '{userId}'")));
        Assert.True(await HoldsAfterAsync("circuit 6", userId => _accounts.Profile.SaveAsync(userId, new ProfileForm { DisplayName = "New name", TimeZone = "UTC", CountedFromSeconds = 30 }, Stop)));
    }

    [Fact]
    public async Task Circuit_WhileTheDatabaseIsAway_HoldsOn()
    {
        var unsteady = new UnsteadyDatabase(database);
        var sessions = new Sessions(unsteady, new AccountSettings(), _accounts.Clock);
        var state = new AuthenticationState(Cookie(await sessions.BeginAsync(await _accounts.AddAsync("patient"), Stop)));
        using var circuit = new CircuitSession(NullLoggerFactory.Instance, sessions);

        unsteady.Refuses = true;
        Assert.True(await circuit.HoldsAsync(state, Stop));

        unsteady.Refuses = false;
        await database.ExecuteAsync("delete from sessions");
        Assert.False(await circuit.HoldsAsync(state, Stop));
    }

    private async Task<SignedIn?> BeginAsync(Guid userId) => await _accounts.Sessions.BeginAsync(userId, Stop);

    private Task<SignedIn?> FindAsync(SignedIn? person) => _accounts.Sessions.FindAsync(Cookie(person), Stop);

    private Task<long> CountRowsAsync(Guid userId) => database.ScalarAsync<long>($"select count(*) from sessions where user_id = '{userId}'");

    private static ClaimsPrincipal Cookie(SignedIn? person) => person!.ToPrincipal("test");

    private async Task<bool> HoldsAfterAsync(string name, Func<Guid, Task> change)
    {
        var userId = await _accounts.AddAsync(name);
        var state = new AuthenticationState(Cookie(await BeginAsync(userId)));
        using var circuit = new CircuitSession(NullLoggerFactory.Instance, _accounts.Sessions);
        Assert.True(await circuit.HoldsAsync(state, Stop));
        await change(userId);
        return await circuit.HoldsAsync(state, Stop);
    }
}
