using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class FirstAdministratorTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly AccountsFixture _accounts = new(database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateAdministrator_ManyFirstVisitorsAtOnce_OneWinsAndTheDemoDoesNotCount()
    {
        var demoId = await _accounts.AddDemoAsync();
        var visit = new FirstVisit(database);
        Assert.True(await visit.IsNowAsync(Stop));

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => _accounts.Registration.CreateAdministratorAsync(AccountsFixture.Wanted($"first {n}"), Stop)));

        var winner = Assert.Single(made, result => result.UserId is not null);
        Assert.All(made.Where(result => result != winner), result => Assert.Equal(
            [new Refusal("", "Somebody else has just created the administrator's account. Sign in, or ask for an invitation.")], result.Refusals));
        await using var context = database.CreateDbContext();
        Assert.Equal([(demoId, UserRole.Member, true), (winner.UserId!.Value, UserRole.Admin, false)],
            (await context.Users.OrderByDescending(user => user.Demo).Select(user => new { user.Id, user.Role, user.Demo }).ToListAsync(Stop)).Select(user => (user.Id, user.Role, user.Demo)));
        Assert.False(await visit.IsNowAsync(Stop));
    }
}
