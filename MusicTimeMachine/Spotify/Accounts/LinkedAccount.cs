using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Spotify.Accounts;

/// <summary>
/// The Spotify account that something is read from, for as long as that takes. What one account said is not written any
/// more once the person has disconnected it, or connected another one.
/// </summary>
public sealed class LinkedAccount
{
    private readonly string? _accountId;

    private LinkedAccount(Guid userId, string? accountId) => (UserId, _accountId) = (userId, accountId);

    /// <summary>Whose it is here.</summary>
    public Guid UserId { get; }

    /// <summary>The account that a person has connected now. Without one, nothing can be held.</summary>
    public static async Task<LinkedAccount> OfAsync(IDbContextFactory<MusicContext> contexts, Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new(userId, await context.SpotifyAccounts.Where(account => account.UserId == userId).Select(account => account.AccountId).SingleOrDefaultAsync(cancellationToken));
    }

    /// <summary>Makes sure that it is still the one that is connected, and stays so until the caller's transaction ends.</summary>
    /// <exception cref="SpotifyException">It is not, as <see cref="SpotifyProblem.AccountChanged"/>.</exception>
    public async Task HoldAsync(MusicContext context, CancellationToken cancellationToken)
    {
        // A key share lets everything but the account itself be changed meanwhile: tokens, how far was read.
        var connected = await context.Database.SqlQuery<string>(
            $"""select account_id as "Value" from spotify_accounts where user_id = {UserId} for key share""").ToListAsync(cancellationToken);
        if (_accountId is null || connected is not [var accountId] || accountId != _accountId) throw SpotifyErrors.AccountChanged();
    }
}
