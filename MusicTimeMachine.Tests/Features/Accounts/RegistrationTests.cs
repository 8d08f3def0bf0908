using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class RegistrationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly AccountsFixture _accounts = new(database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_GoodEntry_StoresCleanNameCurrentZoneAndHash()
    {
        var wanted = new NewAccount { Name = "  Zoë ", DisplayName = "", Password = AccountsFixture.Password, RepeatedPassword = AccountsFixture.Password, TimeZone = "Asia/Calcutta" };

        var made = await _accounts.Registration.AddAsync(wanted, UserRole.Member, Stop);

        await using var context = database.CreateDbContext();
        var user = await context.Users.SingleAsync(user => user.Id == made.UserId, Stop);
        Assert.Equal(("Zoë", "Zoë", "Asia/Kolkata", UserRole.Member, 30_000), (user.Name, user.DisplayName, user.TimeZone, user.Role, user.CountedFromMs));
        Assert.Equal(_accounts.Clock.GetUtcNow(), user.CreatedAt);
        Assert.DoesNotContain(AccountsFixture.Password, user.PasswordHash, StringComparison.Ordinal);
        Assert.Equal(made.UserId, (await _accounts.Check.CheckAsync("ZOË", AccountsFixture.Password, Stop)).UserId);
    }

    [Theory]
    [InlineData("", "The name is missing.")]
    [InlineData("   ", "The name is missing.")]
    [InlineData("new\nline", "The name contains a character that cannot be seen, such as a line break.")]
    [InlineData("a\u202Eb", "The name contains a character that cannot be seen, such as a line break.")]
    [InlineData("a\0b", "The name contains a character that cannot be seen, such as a line break.")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234x", "The name is too long: 65 characters, and 64 are the most.")]
    public async Task Add_NameThatCannotBe_IsRefusedWithASentence(string name, string sentence)
    {
        var made = await _accounts.Registration.AddAsync(AccountsFixture.Wanted(name), UserRole.Member, Stop);

        Assert.Null(made.UserId);
        Assert.Equal([new Refusal("Name", sentence)], made.Refusals);
    }

    [Fact]
    public async Task Add_HalfACharacter_IsRefused() =>
        Assert.Equal("Name", Assert.Single((await _accounts.Registration.AddAsync(AccountsFixture.Wanted("a\uD800"), UserRole.Member, Stop)).Refusals).Field);

    [Fact]
    public async Task Add_NameTakenInOtherCase_IsRefused()
    {
        await _accounts.AddAsync("Ärger");

        Assert.Equal([new Refusal("Name", "This name is taken. Choose another.")], (await _accounts.Registration.AddAsync(AccountsFixture.Wanted("äRGER"), UserRole.Member, Stop)).Refusals);
    }

    [Fact]
    public async Task Add_SameNameTwiceAtOnce_MakesOneAccount()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _accounts.Registration.AddAsync(AccountsFixture.Wanted("at once"), UserRole.Member, Stop)));

        Assert.Single(made, result => result.UserId is not null);
        Assert.Equal(5, made.Count(result => result.Refusals is [{ Field: "Name" }]));
    }

    [Theory]
    [InlineData("", "", "Password", "The password is missing.")]
    [InlineData("ninechars", "ninechars", "Password", "The password is too short: 9 characters, and 10 are the fewest.")]
    [InlineData("the very name", "the very name", "Password", "The password is the name, which is what anybody would try first.")]
    [InlineData("long enough", "long enuogh", "RepeatedPassword", "The two passwords differ.")]
    public async Task Add_PasswordThatCannotBe_IsRefusedWithASentence(string password, string repeated, string field, string sentence)
    {
        var wanted = new NewAccount { Name = "The Very Name", Password = password, RepeatedPassword = repeated, TimeZone = "UTC" };

        Assert.Equal([new Refusal(field, sentence)], (await _accounts.Registration.AddAsync(wanted, UserRole.Member, Stop)).Refusals);
    }

    [Fact]
    public async Task Add_SeveralThingsWrong_NamesThemAll()
    {
        var made = await _accounts.Registration.AddAsync(new NewAccount { Name = "", Password = "short", TimeZone = "Nowhere" }, UserRole.Member, Stop);

        Assert.Equal(["Name", "Password", "TimeZone"], made.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public async Task Register_WhileClosed_IsRefused_WhileOpen_MakesAMember()
    {
        Assert.Equal([new Refusal("", "Registration is closed. Ask an administrator for an invitation.")], (await _accounts.Registration.RegisterAsync(AccountsFixture.Wanted("walk-in"), Stop)).Refusals);

        await _accounts.People.OpenRegistrationAsync(true, Stop);
        var made = await _accounts.Registration.RegisterAsync(AccountsFixture.Wanted("walk-in"), Stop);
        await _accounts.People.OpenRegistrationAsync(false, Stop);

        await using var context = database.CreateDbContext();
        Assert.Equal(UserRole.Member, (await context.Users.SingleAsync(user => user.Id == made.UserId, Stop)).Role);
    }
}
