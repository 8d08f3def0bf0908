using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>
/// Looks now and then whether the session of an open page still holds. When it does not, or when the person's rights have
/// changed, the page learns that nobody is signed in; it then loads anew, and the cookie decides.
/// </summary>
internal sealed class CircuitSession(ILoggerFactory loggers, Sessions sessions) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => Sessions.Trust;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await HoldsAsync(authenticationState, cancellationToken);

    internal async Task<bool> HoldsAsync(AuthenticationState state, CancellationToken cancellationToken) =>
        state.User.Identity is { IsAuthenticated: true }
        && await sessions.ReadAsync(state.User.UserId(), cancellationToken) is { } session
        && session.Continues(state.User) && state.User.IsInRole(Policies.AdminRole) == (session.Role == UserRole.Admin);
}
