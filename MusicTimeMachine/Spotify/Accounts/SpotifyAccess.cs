using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Spotify.Accounts;

/// <summary>
/// Lets calls be made for a person, with an access token that is renewed when its hour is over. The person's row is locked
/// meanwhile: of several that come at once, in whatever processes, one renews and the others take what it got.
/// </summary>
public sealed class SpotifyAccess(IDbContextFactory<MusicContext> contexts, SpotifyApps apps, SpotifyTokenEndpoint endpoint, SpotifyVault vault, TimeProvider clock)
{
    // A token that ends while the call is on its way is no use.
    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(1);

    /// <summary>Makes a call for a person, and once more with a new token when Spotify says that the old one is over.</summary>
    /// <exception cref="SpotifyException">It is refused, or the person has to connect Spotify first.</exception>
    public async Task<T> CallAsync<T>(Guid userId, Func<SpotifyPass, Task<T>> callAsync, CancellationToken cancellationToken)
    {
        var pass = await GetAsync(userId, cancellationToken);
        try
        {
            return await callAsync(pass);
        }
        catch (SpotifyException refused) when (refused.Problem == SpotifyProblem.TokenOver)
        {
            return await callAsync(await RenewAsync(userId, pass, cancellationToken));
        }
    }

    private async Task<SpotifyPass> GetAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = Usable(await context.SpotifyAccounts.AsNoTracking().SingleOrDefaultAsync(account => account.UserId == userId, cancellationToken));
        return account.AccessEndsAt - clock.GetUtcNow() > Spare && vault.Open(userId, account.AccessToken) is { } token
            ? new SpotifyPass((await AppOfAsync(context, account, cancellationToken)).ClientId, token)
            : await RenewAsync(userId, over: null, cancellationToken);
    }

    /// <param name="userId">For whom.</param>
    /// <param name="over">What Spotify does not take any more; null when only time has passed.</param>
    /// <param name="cancellationToken">Ends the wait for the row; a renewal that was begun is carried through.</param>
    private async Task<SpotifyPass> RenewAsync(Guid userId, SpotifyPass? over, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var account = Usable(await SpotifyAccounts.LockAsync(context, userId, cancellationToken));
        var app = await AppOfAsync(context, account, cancellationToken);
        var there = account.AccessEndsAt - clock.GetUtcNow() > Spare ? vault.Open(userId, account.AccessToken) : null;
        if (there is not null && there != over?.AccessToken) return new SpotifyPass(app.ClientId, there);

        cancellationToken.ThrowIfCancellationRequested();
        var tokens = await AskAsync(account, app);
        if (tokens is not null) Take(account, tokens);
        else account.NeedsReconnect = true;
        await context.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return tokens is not null ? new SpotifyPass(app.ClientId, tokens.AccessToken) : throw Reconnect();
    }

    /// <returns>New tokens; null when the person has to sign in to Spotify again.</returns>
    private async Task<SpotifyTokens?> AskAsync(SpotifyAccount account, SpotifyApp app)
    {
        if (vault.Open(account.UserId, account.RefreshToken) is not { } refreshToken) return null;
        try
        {
            // Carried through whoever goes away: the answer may hold the next refresh token, and the old one be worth nothing.
            return await endpoint.RefreshAsync(app, refreshToken, CancellationToken.None);
        }
        catch (SpotifyException refused) when (refused.Problem == SpotifyProblem.Reconnect)
        {
            return null;
        }
    }

    private void Take(SpotifyAccount account, SpotifyTokens tokens)
    {
        account.AccessToken = vault.Lock(account.UserId, tokens.AccessToken);
        account.AccessEndsAt = clock.GetUtcNow().AddSeconds(tokens.ExpiresIn);
        if (tokens.RefreshToken is { Length: > 0 } next) account.RefreshToken = vault.Lock(account.UserId, next);
    }

    private async Task<SpotifyApp> AppOfAsync(MusicContext context, SpotifyAccount account, CancellationToken cancellationToken)
    {
        if (account.OwnApp) return await apps.FindOwnAsync(context, account.UserId, cancellationToken) ?? throw Reconnect();
        return apps.Server ?? throw new SpotifyException(SpotifyProblem.AppRefused, "This server has no Spotify app any more. An administrator has to set Spotify:ClientId.");
    }

    private static SpotifyAccount Usable(SpotifyAccount? account) => account switch
    {
        null => throw new SpotifyException(SpotifyProblem.Reconnect, "No Spotify account is connected. Connect one on the settings page."),
        { NeedsReconnect: true } => throw Reconnect(),
        _ => account,
    };

    private static SpotifyException Reconnect() => new(SpotifyProblem.Reconnect, SpotifyErrors.Reconnect);
}
