using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>The signed-in person for components: read from the database once a circuit, and again after a change.</summary>
public sealed class CurrentListener(AuthenticationStateProvider authentication, IDbContextFactory<MusicContext> contexts, Sessions sessions)
{
    private Listener? _listener;

    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in; pages for everybody do not ask.</exception>
    public async Task<Listener> GetAsync(CancellationToken cancellationToken = default)
    {
        if (_listener is not null) return _listener;
        var userId = (await authentication.GetAuthenticationStateAsync()).User.UserId();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return _listener = await context.Users.Where(user => user.Id == userId)
            .Select(user => new Listener(user.Id, user.DisplayName, user.TimeZone, user.Role == UserRole.Admin, user.Demo))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new InvalidOperationException("The account does not exist any more.");
    }

    /// <summary>Reads the person again after a change of settings, and renews what the page says of them.</summary>
    public async Task<Listener> RefreshAsync(CancellationToken cancellationToken = default)
    {
        _listener = null;
        var listener = await GetAsync(cancellationToken);
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        if (authentication is ServerAuthenticationStateProvider circuit && await sessions.ReadAsync(user, cancellationToken) is { } person)
            circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(person.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme))));
        return listener;
    }
}
