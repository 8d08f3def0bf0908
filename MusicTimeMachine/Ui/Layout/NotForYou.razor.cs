using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Ui.Layout;

/// <summary>
/// Shown where a person may not be. Whoever is signed out meets it only when their session ends within an open page:
/// the address is loaded anew, and the server leads on to the sign-in.
/// </summary>
public sealed partial class NotForYou
{
    private bool _signedIn;
    private bool _demo;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        _signedIn = user.Identity is { IsAuthenticated: true };
        _demo = user.IsDemo();
        if (!_signedIn)
            Navigation.Refresh(forceReload: true);
    }
}
