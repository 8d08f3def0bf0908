using System.Security.Cryptography;
using System.Text;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class ApiTokensTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly AccountsFixture _accounts = new(database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Token_Has256BitsAndOnlyItsHashIsStored()
    {
        var user = await database.AddUserAsync();

        var (token, refusal) = await _accounts.Tokens.CreateAsync(user.Id, " desk player ", Stop);

        Assert.Null(refusal);
        Assert.Matches("^mtm_[A-Za-z0-9_-]{43}$", token);
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(token!)), await database.ScalarAsync<byte[]>($"select hash from api_tokens where user_id = '{user.Id}'"));
        Assert.Equal(user.Id, await _accounts.Tokens.VerifyAsync(token!, Stop));
        var row = Assert.Single(await _accounts.Tokens.ListAsync(user.Id, Stop));
        Assert.Equal(("desk player", _accounts.Clock.GetUtcNow(), _accounts.Clock.GetUtcNow()), (row.Name, row.CreatedAt, row.LastUsedAt!.Value));
    }

    [Fact]
    public async Task Verify_UsedAgain_NotesTheTimeOnceAMinute()
    {
        var user = await database.AddUserAsync();
        var (token, _) = await _accounts.Tokens.CreateAsync(user.Id, "minutes", Stop);
        Assert.Null(Assert.Single(await _accounts.Tokens.ListAsync(user.Id, Stop)).LastUsedAt);
        var first = _accounts.Clock.GetUtcNow();
        await _accounts.Tokens.VerifyAsync(token!, Stop);

        _accounts.Clock.Advance(TimeSpan.FromSeconds(59));
        await _accounts.Tokens.VerifyAsync(token!, Stop);
        Assert.Equal(first, Assert.Single(await _accounts.Tokens.ListAsync(user.Id, Stop)).LastUsedAt);

        _accounts.Clock.Advance(TimeSpan.FromSeconds(1));
        await _accounts.Tokens.VerifyAsync(token!, Stop);
        Assert.Equal(first.AddMinutes(1), Assert.Single(await _accounts.Tokens.ListAsync(user.Id, Stop)).LastUsedAt);
    }

    [Fact]
    public async Task Revoke_BySomebodyElse_DoesNothing_ByTheOwner_MakesItWorthless()
    {
        var (owner, stranger) = (await database.AddUserAsync(), await database.AddUserAsync());
        var (token, _) = await _accounts.Tokens.CreateAsync(owner.Id, "revoked", Stop);
        var row = Assert.Single(await _accounts.Tokens.ListAsync(owner.Id, Stop));

        Assert.Empty(await _accounts.Tokens.ListAsync(stranger.Id, Stop));
        Assert.False(await _accounts.Tokens.RevokeAsync(stranger.Id, row.Id, Stop));
        Assert.Equal(owner.Id, await _accounts.Tokens.VerifyAsync(token!, Stop));
        Assert.True(await _accounts.Tokens.RevokeAsync(owner.Id, row.Id, Stop));
        Assert.Null(await _accounts.Tokens.VerifyAsync(token!, Stop));
    }

    [Fact]
    public async Task Create_WithoutNameOrOneTooMany_IsRefused()
    {
        var user = await database.AddUserAsync();
        Assert.Equal(new Refusal("Name", "The token's name is missing."), (await _accounts.Tokens.CreateAsync(user.Id, " ", Stop)).Refusal);
        for (var n = 0; n < ApiTokens.Most; n++) Assert.NotNull((await _accounts.Tokens.CreateAsync(user.Id, $"token {n}", Stop)).Token);

        Assert.Equal(new Refusal("", "There are 50 tokens already. Revoke those that are no longer used."), (await _accounts.Tokens.CreateAsync(user.Id, "one more", Stop)).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mtm_")]
    [InlineData("mtm_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Verify_UnknownToken_IsNobody(string token) => Assert.Null(await _accounts.Tokens.VerifyAsync(token, Stop));
}
