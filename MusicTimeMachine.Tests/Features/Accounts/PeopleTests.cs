using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class PeopleTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly AccountsFixture _accounts = new(database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_TheLastAdministrator_IsRefusedHoweverManyTryAtOnce()
    {
        await database.ExecuteAsync("update users set role = 'member'");
        Guid[] administrators = [await _accounts.AddAsync("ruling 1", UserRole.Admin), await _accounts.AddAsync("ruling 2", UserRole.Admin), await _accounts.AddAsync("ruling 3", UserRole.Admin)];
        await _accounts.AddAsync("ruled");
        await database.ExecuteAsync("update users set disabled = true where name = 'ruling 3'");

        var answers = await Task.WhenAll(
            _accounts.People.SetRoleAsync(administrators[0], UserRole.Member, Stop),
            _accounts.People.SetDisabledAsync(administrators[1], true, Stop));

        Assert.Equal(new[] { null, People.LastAdministrator }, answers.Order(StringComparer.Ordinal));
        Assert.Equal(1L, await database.ScalarAsync<long>("select count(*) from users where role = 'admin' and not disabled"));
    }

    [Fact]
    public async Task SetRole_Member_BecomesAdministratorAndBack()
    {
        await _accounts.AddAsync("other ruler", UserRole.Admin);
        var userId = await _accounts.AddAsync("rising");

        Assert.Null(await _accounts.People.SetRoleAsync(userId, UserRole.Admin, Stop));
        Assert.Equal(UserRole.Admin, (await _accounts.People.ListAsync(Stop)).Single(person => person.Id == userId).Role);
        Assert.Null(await _accounts.People.SetRoleAsync(userId, UserRole.Member, Stop));
        Assert.Equal(UserRole.Member, (await _accounts.People.ListAsync(Stop)).Single(person => person.Id == userId).Role);
    }

    [Fact]
    public async Task Change_TheDemosAccount_IsRefused()
    {
        await _accounts.AddAsync("host", UserRole.Admin);
        var demoId = await _accounts.AddDemoAsync();

        Assert.Equal("The demo library's account stays as it is.", await _accounts.People.SetRoleAsync(demoId, UserRole.Admin, Stop));
        Assert.Equal("The demo library's account stays as it is.", await _accounts.People.SetDisabledAsync(demoId, true, Stop));
    }

    [Fact]
    public async Task Change_UnknownAccount_IsRefused() =>
        Assert.Equal("This account does not exist any more.", await _accounts.People.SetDisabledAsync(Guid.NewGuid(), true, Stop));
}
