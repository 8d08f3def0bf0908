using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class PasswordCheckTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Right = AccountsFixture.Password;

    private readonly AccountsFixture _accounts = new(database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly Refusal Wrong = new("", "This name and password do not match. After 5 wrong passwords in a row an account lets nobody in for 15 minutes, not even with the right one.");

    [Fact]
    public async Task Check_UnknownNameWrongPasswordLockedAccountAndNoPassword_GetTheSameAnswer()
    {
        await _accounts.AddAsync("same answer");
        await _accounts.AddAsync("same locked");
        await database.ExecuteAsync("update users set locked_until = '2026-03-04 12:10Z', failed_sign_ins = 5 where name = 'same locked'");
        var withoutPassword = await database.AddUserAsync();

        Assert.Equal([Wrong], (await _accounts.Check.CheckAsync("nobody at all", Right, Stop)).Refusals);
        Assert.Equal([Wrong], (await _accounts.Check.CheckAsync("same answer", "wrong password", Stop)).Refusals);
        Assert.Equal([Wrong], (await _accounts.Check.CheckAsync("same locked", Right, Stop)).Refusals);
        Assert.Equal([Wrong], (await _accounts.Check.CheckAsync(withoutPassword.Name, Right, Stop)).Refusals);
        Assert.Equal([Wrong], (await _accounts.Check.CheckAsync(null, null, Stop)).Refusals);
        Assert.Equal([Wrong], (await _accounts.Check.CheckAsync("same\0answer", new string('x', 100_000), Stop)).Refusals);
    }

    [Fact]
    public void Verify_WithoutAHash_DoesTheWorkOfOne()
    {
        // The stand-in is a hash like any other: the same format, function and count of iterations.
        var passwords = new Passwords();
        var real = Convert.FromBase64String(passwords.Hash(Right));

        Assert.Equal(PasswordVerificationResult.Failed, passwords.Verify(null, Right));
        Assert.Equal(Header(real), Header(Convert.FromBase64String(passwords.StandIn)));

        static byte[] Header(byte[] hash) => hash[..13];
    }

    [Fact]
    public async Task Check_FiveWrongPasswords_LocksForFifteenMinutes()
    {
        var userId = await _accounts.AddAsync("five wrong");

        for (var n = 0; n < 5; n++) Assert.Null((await _accounts.Check.CheckAsync("five wrong", "wrong password", Stop)).UserId);
        Assert.Equal([Wrong], (await _accounts.Check.CheckAsync("five wrong", Right, Stop)).Refusals);
        _accounts.Clock.Advance(new TimeSpan(0, 14, 59));
        Assert.Equal([Wrong], (await _accounts.Check.CheckAsync("five wrong", Right, Stop)).Refusals);

        _accounts.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(userId, (await _accounts.Check.CheckAsync("five wrong", Right, Stop)).UserId);
    }

    [Fact]
    public async Task Check_AttemptsWhileLocked_DoNotProlongIt()
    {
        var userId = await _accounts.AddAsync("prolonged");
        for (var n = 0; n < 5; n++) await _accounts.Check.CheckAsync("prolonged", "wrong password", Stop);
        _accounts.Clock.Advance(TimeSpan.FromMinutes(10));
        for (var n = 0; n < 7; n++) await _accounts.Check.CheckAsync("prolonged", "wrong password", Stop);
        _accounts.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(userId, (await _accounts.Check.CheckAsync("prolonged", Right, Stop)).UserId);
    }

    [Fact]
    public async Task Check_RightPassword_BeginsTheCountAnew()
    {
        var userId = await _accounts.AddAsync("counted anew");

        for (var round = 0; round < 3; round++)
        {
            for (var n = 0; n < 4; n++) await _accounts.Check.CheckAsync("counted anew", "wrong password", Stop);
            Assert.Equal(userId, (await _accounts.Check.CheckAsync("counted anew", Right, Stop)).UserId);
        }
    }

    [Fact]
    public async Task Check_ParallelGuesses_AreAllCounted()
    {
        await _accounts.AddAsync("parallel");

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _accounts.Check.CheckAsync("parallel", "wrong password", Stop)));

        await using var context = database.CreateDbContext();
        var user = await context.Users.SingleAsync(user => user.Name == "parallel", Stop);
        Assert.Equal((12, _accounts.Clock.GetUtcNow().AddMinutes(15)), (user.FailedSignIns, user.LockedUntil));
    }

    [Fact]
    public async Task Check_ParallelGuessesAfterFourWrongOnes_LockAtTheFifth()
    {
        await _accounts.AddAsync("racing");
        await database.ExecuteAsync("update users set failed_sign_ins = 4 where name = 'racing'");

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _accounts.Check.CheckAsync("racing", "wrong password", Stop)));

        Assert.All(results, result => Assert.Null(result.UserId));
        Assert.Equal([Wrong], (await _accounts.Check.CheckAsync("racing", Right, Stop)).Refusals);
    }

    [Fact]
    public async Task Check_DisabledAccount_IsToldSoOnlyWithTheRightPassword()
    {
        var userId = await _accounts.AddAsync("disabled");
        await database.ExecuteAsync("update users set disabled = true where name = 'disabled'");

        Assert.Equal([Wrong], (await _accounts.Check.CheckAsync("disabled", "wrong password", Stop)).Refusals);
        var right = await _accounts.Check.CheckAsync("disabled", Right, Stop);
        Assert.Null(right.UserId);
        Assert.Equal([new Refusal("", "This account is disabled. Ask an administrator of this server.")], right.Refusals);
        Assert.Null(await _accounts.Sessions.BeginAsync(userId, Stop));
    }

    [Fact]
    public async Task Check_HashOfFewerIterations_IsRenewed()
    {
        var userId = await _accounts.AddAsync("old hash");
        var old = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(null!, Right);
        await database.ExecuteAsync($"update users set password_hash = '{old}' where name = 'old hash'");

        Assert.Equal(userId, (await _accounts.Check.CheckAsync("old hash", Right, Stop)).UserId);

        Assert.NotEqual(old, await database.ScalarAsync<string>("select password_hash from users where name = 'old hash'"));
        Assert.Equal(userId, (await _accounts.Check.CheckAsync("old hash", Right, Stop)).UserId);
    }
}
