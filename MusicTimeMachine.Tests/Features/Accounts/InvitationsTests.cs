using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class InvitationsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly AccountsFixture _accounts = new(database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accept_OpenInvitation_MakesOneAccountWithItsRole()
    {
        var administrator = await _accounts.AddAsync("inviting 1", UserRole.Admin);
        var (secret, _) = await _accounts.Invitations.CreateAsync(administrator, UserRole.Admin, "for Ines", Stop);
        Assert.Equal("for Ines", Assert.Single(await _accounts.Invitations.ListAsync(Stop), row => row.Note == "for Ines").Note);

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => _accounts.Registration.AcceptAsync(secret!, AccountsFixture.Wanted($"invited {n}"), Stop)));

        var winner = Assert.Single(made, result => result.UserId is not null);
        Assert.All(made.Where(result => result != winner), result => Assert.Equal([new Refusal("", Registration.InvitationGone)], result.Refusals));
        await using var context = database.CreateDbContext();
        Assert.Equal(UserRole.Admin, (await context.Users.SingleAsync(user => user.Id == winner.UserId, Stop)).Role);
        Assert.False(await _accounts.Invitations.IsOpenAsync(secret!, Stop));
        Assert.DoesNotContain(await _accounts.Invitations.ListAsync(Stop), row => row.Note == "for Ines");
    }

    [Fact]
    public async Task Accept_RefusedEntry_LeavesTheInvitationOpen()
    {
        var administrator = await _accounts.AddAsync("inviting 2", UserRole.Admin);
        var (secret, _) = await _accounts.Invitations.CreateAsync(administrator, UserRole.Member, "", Stop);

        Assert.Equal("Name", Assert.Single((await _accounts.Registration.AcceptAsync(secret!, AccountsFixture.Wanted("INVITING 2"), Stop)).Refusals).Field);

        Assert.NotNull((await _accounts.Registration.AcceptAsync(secret!, AccountsFixture.Wanted("second try"), Stop)).UserId);
    }

    [Fact]
    public async Task Accept_AfterSevenDays_IsRefused()
    {
        var administrator = await _accounts.AddAsync("inviting 3", UserRole.Admin);
        var (secret, _) = await _accounts.Invitations.CreateAsync(administrator, UserRole.Member, "late", Stop);
        _accounts.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.True(await _accounts.Invitations.IsOpenAsync(secret!, Stop));

        _accounts.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False(await _accounts.Invitations.IsOpenAsync(secret!, Stop));
        Assert.Equal([new Refusal("", Registration.InvitationGone)], (await _accounts.Registration.AcceptAsync(secret!, AccountsFixture.Wanted("too late"), Stop)).Refusals);
    }

    [Fact]
    public async Task Create_Invitation_StoresOnlyTheHash()
    {
        var administrator = await _accounts.AddAsync("inviting 4", UserRole.Admin);

        var (secret, _) = await _accounts.Invitations.CreateAsync(administrator, UserRole.Member, "hash only", Stop);

        Assert.Matches("^[A-Za-z0-9_-]{43}$", secret);
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(secret!)), await database.ScalarAsync<byte[]>("select hash from invitations where note = 'hash only'"));
    }

    [Fact]
    public async Task Withdraw_OpenInvitation_CannotBeUsedAnyMore()
    {
        var administrator = await _accounts.AddAsync("inviting 5", UserRole.Admin);
        var (secret, _) = await _accounts.Invitations.CreateAsync(administrator, UserRole.Member, "withdrawn", Stop);
        var row = (await _accounts.Invitations.ListAsync(Stop)).Single(row => row.Note == "withdrawn");

        Assert.True(await _accounts.Invitations.WithdrawAsync(row.Id, Stop));
        Assert.False(await _accounts.Invitations.WithdrawAsync(row.Id, Stop));
        Assert.Null((await _accounts.Registration.AcceptAsync(secret!, AccountsFixture.Wanted("withdrawn"), Stop)).UserId);
    }
}
