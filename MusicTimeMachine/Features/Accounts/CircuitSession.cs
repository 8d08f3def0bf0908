using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using MusicTimeMachine.Data;

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

    internal async Task<bool> HoldsAsync(AuthenticationState state, CancellationToken cancellationToken)
    {
        try
        {
            return await sessions.ReadAsync(state.User, cancellationToken) is { } person
                && state.User.IsInRole(Policies.AdminRole) == (person.Role == UserRole.Admin);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            return true; // Without the database a page learns nothing new; it is asked again soon.
        }
    }
}
