using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>
/// Signs people in, and knows whether their sessions still hold. What it read it believes for half a minute: that is how
/// long another instance on the same database may take to notice a changed password; this one notices at once.
/// </summary>
public sealed class Sessions(IDbContextFactory<MusicContext> contexts, TimeProvider clock)
{
    /// <summary>How old what is believed may be.</summary>
    internal static readonly TimeSpan Trust = TimeSpan.FromSeconds(30);

    // One entry a person at most, so it stays small.
    private readonly ConcurrentDictionary<Guid, (Session Session, DateTimeOffset At)> _believed = new();

    /// <summary>Gives the browser the cookie of a person whose identity is proven.</summary>
    /// <returns>False when the account was disabled or removed meanwhile.</returns>
    public async Task<bool> SignInAsync(HttpContext http, Guid userId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(userId, cancellationToken) is not { } session) return false;
        await http.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            session.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme),
            new AuthenticationProperties { IsPersistent = true });
        return true;
    }

    /// <summary>Forgets what is believed of a person; call it after every change to the account.</summary>
    public void Forget(Guid userId) => _believed.TryRemove(userId, out _);

    /// <summary>What is known of a person who may be signed in; null when there is no such account or it is disabled.</summary>
    internal async Task<Session?> FindAsync(Guid userId, CancellationToken cancellationToken) =>
        _believed.TryGetValue(userId, out var known) && clock.GetUtcNow() - known.At < Trust
            ? known.Session
            : await ReadAsync(userId, cancellationToken);

    /// <summary>The same, from the database.</summary>
    internal async Task<Session?> ReadAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var session = await context.Users
            .Where(user => user.Id == userId && !user.Disabled)
            .Select(user => new Session(user.Id, user.Name, user.DisplayName, user.Role, user.Demo, user.SecurityStamp))
            .SingleOrDefaultAsync(cancellationToken);
        if (session is null) Forget(userId);
        else _believed[userId] = (session, now);
        return session;
    }
}
