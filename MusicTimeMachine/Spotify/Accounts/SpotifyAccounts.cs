using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Spotify.Models;
using Npgsql;

namespace MusicTimeMachine.Spotify.Accounts;

/// <summary>Connects people with their Spotify accounts.</summary>
public sealed class SpotifyAccounts(IDbContextFactory<MusicContext> contexts, SpotifyVault vault, SpotifyApps apps, SpotifyBlocks blocks, TimeProvider clock)
{
    /// <summary>How a person stands with Spotify.</summary>
    public async Task<SpotifyState> StateAsync(Guid userId, CancellationToken cancellationToken)
    {
        var own = await apps.FindOwnAsync(userId, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var link = await context.SpotifyAccounts.Where(account => account.UserId == userId)
            .Select(account => new SpotifyLink(account.DisplayName ?? account.SpotifyId, account.AuthorizedAt, account.NeedsReconnect, account.OwnApp))
            .SingleOrDefaultAsync(cancellationToken);
        var app = link is { OwnApp: false } ? apps.Server : own ?? apps.Server;
        var blocked = app is null ? null : await blocks.FindAsync(app.ClientId, cancellationToken);
        return new SpotifyState(apps.ServerHasApp, own?.ClientId, link, blocked?.Message);
    }

    /// <summary>Whether the person should sign in to Spotify again, now or soon.</summary>
    public async Task<SpotifyReminder> RemindAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var link = await context.SpotifyAccounts.Where(account => account.UserId == userId)
            .Select(account => new SpotifyLink("", account.AuthorizedAt, account.NeedsReconnect, account.OwnApp)).SingleOrDefaultAsync(cancellationToken);
        return link?.Reminder(clock.GetUtcNow()) ?? SpotifyReminder.None;
    }

    /// <summary>How many people are connected through the server's app.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SpotifyAccounts.CountAsync(account => !account.OwnApp, cancellationToken);
    }

    /// <summary>Who is connected with a Spotify account; null when nobody is.</summary>
    internal static async Task<Guid?> FindUserAsync(MusicContext context, SpotifyGrant grant, CancellationToken cancellationToken)
    {
        var found = await Of(context, grant.Profile, grant.Key).Select(account => new { account.UserId }).SingleOrDefaultAsync(cancellationToken);
        return found?.UserId;
    }

    /// <summary>Connects a person with a Spotify account, for the first time or again.</summary>
    /// <returns>False when the Spotify account is somebody else's here, or the person has another one.</returns>
    internal async Task<bool> ConnectAsync(Guid userId, SpotifyGrant grant, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var mine = await LockAsync(context, userId, cancellationToken);
        var owner = await FindUserAsync(context, grant, cancellationToken);
        if (owner is null ? mine is not null : owner != userId) return false;
        if (mine is null) context.SpotifyAccounts.Add(Create(userId, grant));
        else Renew(mine, grant, authorized: true);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false; // Somebody was quicker.
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Takes over the tokens of a sign-in of somebody who is connected already. Six months go on from when they were last asked:
    /// whether Spotify counts anew from a sign-in at which it did not ask, it does not say.
    /// </summary>
    internal async Task TakeOverAsync(Guid userId, SpotifyGrant grant, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await LockAsync(context, userId, cancellationToken) is { } mine)
        {
            (mine.AccountId, mine.SpotifyId, mine.DisplayName) = (grant.Key, grant.Profile.Id, NameOf(grant));
            // What a person's own app may do is not for the server's to end.
            // Nor does a sign-in, which asks for what everybody needs, end what was allowed beyond that.
            var less = mine.Scopes.Except(grant.Scopes, StringComparer.Ordinal).Any();
            if (grant.IsComplete && ((!mine.OwnApp && !less) || mine.NeedsReconnect)) Renew(mine, grant, authorized: mine.NeedsReconnect);
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whether a person wants likes that are made here written to Spotify.</summary>
    public async Task<bool> WritesLikesAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SpotifyAccounts.AnyAsync(account => account.UserId == userId && account.WritesLikesSince != null, cancellationToken);
    }

    /// <summary>Forgets a person's Spotify account and its tokens; what was captured stays.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<string?> DisconnectAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Users.AnyAsync(user => user.Id == userId && user.PasswordHash == null, cancellationToken))
            return "You have no password yet, and could not sign in any more. Set one first, above.";
        await context.SpotifyAccounts.Where(account => account.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        return null;
    }

    /// <summary>The row of a newly connected account.</summary>
    internal SpotifyAccount Create(Guid userId, SpotifyGrant grant)
    {
        var account = new SpotifyAccount { UserId = userId, AccountId = grant.Key, SpotifyId = grant.Profile.Id, RefreshToken = [], AccessToken = [], Scopes = [] };
        Renew(account, grant, authorized: true);
        return account;
    }

    /// <summary>A person's row, held until the transaction ends; null when there is none.</summary>
    internal static Task<SpotifyAccount?> LockAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) =>
        context.SpotifyAccounts.FromSql($"select * from spotify_accounts where user_id = {userId} for update").AsAsyncEnumerable().SingleOrDefaultAsync(cancellationToken).AsTask();

    /// <summary>
    /// The account by what never changes about it. One that was connected while Spotify told the other id only is found by that,
    /// and takes on the new one.
    /// </summary>
    private static IQueryable<SpotifyAccount> Of(MusicContext context, SpotifyProfile profile, string key) =>
        context.SpotifyAccounts.Where(account => account.AccountId == key || (account.AccountId == profile.Id && account.SpotifyId == profile.Id))
            .OrderByDescending(account => account.AccountId == key).Take(1);

    private void Renew(SpotifyAccount account, SpotifyGrant grant, bool authorized)
    {
        var now = clock.GetUtcNow();
        (account.AccountId, account.SpotifyId, account.DisplayName) = (grant.Key, grant.Profile.Id, NameOf(grant));
        account.RefreshToken = vault.Lock(account.UserId, grant.Tokens.RefreshToken!);
        account.AccessToken = vault.Lock(account.UserId, grant.Tokens.AccessToken);
        account.AccessEndsAt = now.AddSeconds(grant.Tokens.ExpiresIn);
        (account.Scopes, account.OwnApp, account.NeedsReconnect) = (grant.Scopes, grant.OwnApp, false);
        if (authorized) account.AuthorizedAt = now;
        if (grant.WritesLikes && grant.Scopes.Contains(SpotifyScopes.WriteLikes)) account.WritesLikesSince ??= now;
    }

    private static string? NameOf(SpotifyGrant grant) => grant.Profile.DisplayName is { Length: > 0 and <= 256 } name ? name : null;
}
