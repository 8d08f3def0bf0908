using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>Makes, checks and revokes tokens with which programs speak for a person.</summary>
public sealed class ApiTokens(IDbContextFactory<MusicContext> contexts, TimeProvider clock)
{
    /// <summary>What every token begins with, so that people and scanners of leaked secrets recognise it.</summary>
    public const string Prefix = "mtm_";

    /// <summary>Most tokens that one person has.</summary>
    public const int Most = 50;

    private static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token. It is returned here and nowhere else: only its hash is stored.</summary>
    /// <param name="userId">Whose token.</param>
    /// <param name="name">What the person calls it, 1 to 100 characters.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The token, or why there is none.</returns>
    public async Task<(string? Token, Refusal? Refusal)> CreateAsync(Guid userId, string? name, CancellationToken cancellationToken)
    {
        var cleaned = AccountNames.Clean(name);
        if (AccountNames.Refuse(cleaned, 100, "The token's name") is { } problem) return (null, new("Name", problem));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.ApiTokens.CountAsync(token => token.UserId == userId, cancellationToken) >= Most)
            return (null, new("", $"There are {Most} tokens already. Revoke those that are no longer used."));

        var secret = Prefix + Secret.Create();
        context.ApiTokens.Add(new ApiToken { UserId = userId, Name = cleaned, Hash = Secret.Hash(secret), CreatedAt = clock.GetUtcNow() });
        await context.SaveChangesAsync(cancellationToken);
        return (secret, null);
    }

    /// <summary>Whose token it is, noting the use to the minute; null for a token that does not exist or was revoked.</summary>
    public async Task<Guid?> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length > 100) return null;
        var (hash, now) = (Secret.Hash(token), clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.ApiTokens.Where(stored => stored.Hash == hash)
            .Select(stored => new { stored.Id, stored.UserId, stored.LastUsedAt }).SingleOrDefaultAsync(cancellationToken);
        if (found is not null && !(now - found.LastUsedAt < UseIsNoted))
            await context.ApiTokens.Where(stored => stored.Id == found.Id)
                .ExecuteUpdateAsync(stored => stored.SetProperty(changed => changed.LastUsedAt, now), cancellationToken);
        return found?.UserId;
    }

    /// <summary>The person's tokens, the newest first.</summary>
    public async Task<IReadOnlyList<TokenRow>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ApiTokens.Where(token => token.UserId == userId)
            .OrderByDescending(token => token.CreatedAt).ThenBy(token => token.Id).Take(Most)
            .Select(token => new TokenRow(token.Id, token.Name, token.CreatedAt, token.LastUsedAt)).ToListAsync(cancellationToken);
    }

    /// <summary>Makes a token worthless.</summary>
    /// <returns>False when the person has no such token.</returns>
    public async Task<bool> RevokeAsync(Guid userId, Guid tokenId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ApiTokens.Where(token => token.UserId == userId && token.Id == tokenId).ExecuteDeleteAsync(cancellationToken) > 0;
    }
}

/// <summary>A token in the list of a person's tokens.</summary>
/// <param name="Id">Its id; not the token itself.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastUsedAt">When it was last used, to the minute; null before the first time.</param>
public sealed record TokenRow(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
