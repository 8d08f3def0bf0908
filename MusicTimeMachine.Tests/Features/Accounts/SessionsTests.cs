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
    public async Task Find_ChangeByAnotherProcess_IsSeenAfterHalfAMinute_ByThisOne_AtOnce()
    {
        var userId = await _accounts.AddAsync("watched");
        await _accounts.AddAsync("watching", UserRole.Admin);
        var session = await _accounts.Sessions.FindAsync(userId, Stop);
        await database.ExecuteAsync("update users set security_stamp = 'elsewhere' where name = 'watched'");

        Assert.Equal(session, await _accounts.Sessions.FindAsync(userId, Stop));
        _accounts.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(session! with { SecurityStamp = "elsewhere" }, await _accounts.Sessions.FindAsync(userId, Stop));

        await _accounts.People.SetDisabledAsync(userId, true, Stop);
        Assert.Null(await _accounts.Sessions.FindAsync(userId, Stop));
    }

    [Fact]
    public async Task Circuit_AfterPasswordRightsOrAccountChanged_HoldsNoLonger()
    {
        await _accounts.AddAsync("keeper", UserRole.Admin);
        Assert.False(await HoldsAfterAsync("circuit 1", userId => _accounts.Profile.ChangePasswordAsync(userId, AccountsFixture.Password, "another four words", "another four words", Stop)));
        Assert.False(await HoldsAfterAsync("circuit 2", userId => _accounts.People.SetRoleAsync(userId, UserRole.Admin, Stop)));
        Assert.False(await HoldsAfterAsync("circuit 3", userId => _accounts.People.SetDisabledAsync(userId, true, Stop)));
        Assert.False(await HoldsAfterAsync("circuit 4", userId => database.ExecuteAsync($"delete from users where id = '{userId}'")));
        Assert.True(await HoldsAfterAsync("circuit 5", userId => _accounts.Profile.SaveAsync(userId, new ProfileForm { DisplayName = "New name", TimeZone = "UTC", CountedFromSeconds = 30 }, Stop)));
    }

    private async Task<bool> HoldsAfterAsync(string name, Func<Guid, Task> change)
    {
        var userId = await _accounts.AddAsync(name);
        var state = new AuthenticationState((await _accounts.Sessions.ReadAsync(userId, Stop))!.ToPrincipal("test"));
        using var circuit = new CircuitSession(NullLoggerFactory.Instance, _accounts.Sessions);
        Assert.True(await circuit.HoldsAsync(state, Stop));
        await change(userId);
        return await circuit.HoldsAsync(state, Stop);
    }
}
