using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Spotify.Accounts;

/// <summary>Whose Spotify app asks for a person: the one that they brought, or the server's.</summary>
public sealed class SpotifyApps(IDbContextFactory<MusicContext> contexts, SpotifySettings settings, SpotifyVault vault, SpotifyTokenEndpoint endpoint)
{
    /// <summary>Whether the server has an app of its own.</summary>
    public bool ServerHasApp => settings.App is not null;

    /// <summary>The server's app; null when it has none.</summary>
    internal SpotifyApp? Server => settings.App;

    /// <summary>The app that the person brought; null when they did not.</summary>
    internal async Task<SpotifyApp?> FindOwnAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindOwnAsync(context, userId, cancellationToken);
    }

    /// <summary>The same, on a connection that is open already.</summary>
    internal async Task<SpotifyApp?> FindOwnAsync(MusicContext context, Guid userId, CancellationToken cancellationToken)
    {
        var own = await context.SpotifyOwnApps.AsNoTracking().SingleOrDefaultAsync(app => app.UserId == userId, cancellationToken);
        return own is not null && vault.Open(userId, own.ClientId) is { } clientId
            ? new SpotifyApp(clientId, own.ClientSecret is { } secret ? vault.Open(userId, secret) : null)
            : null;
    }

    /// <summary>Keeps the app that a person brings. An account that was connected through another one of theirs has to be connected again.</summary>
    /// <param name="userId">Whose it is.</param>
    /// <param name="clientId">Its client id.</param>
    /// <param name="clientSecret">Its secret; empty when PKCE alone proves who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Why not; null when it is kept.</returns>
    public async Task<string?> KeepOwnAsync(Guid userId, string? clientId, string? clientSecret, CancellationToken cancellationToken)
    {
        var (id, secret) = (clientId?.Trim() ?? "", clientSecret?.Trim() ?? "");
        if (!SpotifySettings.IsWord(id)) return "The client id consists of letters and digits only. Copy it from developer.spotify.com/dashboard.";
        if (secret.Length > 0 && !SpotifySettings.IsWord(secret)) return "The client secret consists of letters and digits only. Copy it from developer.spotify.com/dashboard.";
        var app = new SpotifyApp(id, secret.Length == 0 ? null : secret);
        if (await endpoint.CheckAsync(app, cancellationToken) is { } refused) return refused;

        var another = (await FindOwnAsync(userId, cancellationToken))?.ClientId != id;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (lockedId, lockedSecret) = (vault.Lock(userId, id), app.ClientSecret is null ? null : vault.Lock(userId, app.ClientSecret));
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             insert into spotify_own_apps (user_id, client_id, client_secret) values ({userId}, {lockedId}, {lockedSecret})
             on conflict (user_id) do update set client_id = excluded.client_id, client_secret = excluded.client_secret
             """, cancellationToken);
        if (another) await DisconnectOwnAsync(context, userId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Forgets the app that a person brought.</summary>
    public async Task RemoveOwnAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.SpotifyOwnApps.Where(app => app.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await DisconnectOwnAsync(context, userId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Asks Spotify whether it knows the server's app.</summary>
    /// <returns>Why not; null when it does.</returns>
    public async Task<string?> CheckServerAsync(CancellationToken cancellationToken) =>
        settings.App is { } app ? await endpoint.CheckAsync(app, cancellationToken) : "Spotify:ClientId is not set.";

    private static Task<int> DisconnectOwnAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) =>
        context.SpotifyAccounts.Where(account => account.UserId == userId && account.OwnApp)
            .ExecuteUpdateAsync(account => account.SetProperty(changed => changed.NeedsReconnect, true), cancellationToken);
}
