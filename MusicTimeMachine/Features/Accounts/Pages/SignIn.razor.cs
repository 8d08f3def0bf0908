using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Accounts.SpotifySignIn;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>Asks for name and password. While there is no account it leads on to the welcome.</summary>
public sealed partial class SignIn
{
    private bool _registrationOpen;
    private IReadOnlyList<Refusal> _refusals = [];

    [SupplyParameterFromForm(FormName = "sign-in")]
    private SignInForm? Credentials { get; set; }

    /// <summary>Where to go afterwards; only addresses of this server are followed.</summary>
    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? ReturnUrl { get; set; }

    /// <summary>How a way through Spotify's sign-in ended.</summary>
    [SupplyParameterFromQuery(Name = SpotifyOutcomes.Key)]
    private string? SpotifyWord { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private PasswordCheck Check { get; set; } = default!;

    [Inject]
    private Sessions Sessions { get; set; } = default!;

    [Inject]
    private People People { get; set; } = default!;

    [Inject]
    private FirstVisit FirstVisit { get; set; } = default!;

    [Inject]
    private SpotifyApps Apps { get; set; } = default!;

    [Inject]
    private DemoAccount Demo { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Credentials ??= new SignInForm();
        if (HttpMethods.IsPost(Http.Request.Method)) return;
        if (await FirstVisit.IsNowAsync(Http.RequestAborted)) Navigation.NavigateTo(AccountPaths.Welcome);
        // Who is in the demo comes here to leave it.
        else if (Http.User.Identity is { IsAuthenticated: true } && !Http.User.IsDemo()) Navigation.NavigateTo(AccountPaths.Local(ReturnUrl));
        _registrationOpen = await People.IsRegistrationOpenAsync(Http.RequestAborted);
    }

    private async Task SignInAsync()
    {
        var result = await Check.CheckAsync(Credentials!.Name, Credentials.Password, Http.RequestAborted);
        _refusals = result.Refusals;
        if (result.UserId is { } userId && await Sessions.SignInAsync(Http, userId, Http.RequestAborted)) Navigation.NavigateTo(AccountPaths.Local(ReturnUrl));
    }
}
