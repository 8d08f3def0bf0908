using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>Changes the password of the signed-in person and gives this browser a new session.</summary>
public sealed partial class ChangePassword
{
    private IReadOnlyList<Refusal> _refusals = [];
    private bool _hasPassword = true;

    [SupplyParameterFromForm(FormName = "password")]
    private PasswordForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Profile Profile { get; set; } = default!;

    [Inject]
    private Sessions Sessions { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => _hasPassword = await Profile.HasPasswordAsync(Http.User.UserId(), Http.RequestAborted);

    private async Task ChangeAsync()
    {
        var userId = Http.User.UserId();
        _refusals = await Profile.ChangePasswordAsync(userId, Form!.Current, Form.Password, Form.Repeated, Http.RequestAborted);
        if (_refusals.Count == 0 && await Sessions.SignInAsync(Http, userId, Http.RequestAborted)) Navigation.NavigateTo(AccountPaths.Settings + "?changed=password");
    }

    private sealed class PasswordForm
    {
        public string? Current { get; set; }

        public string? Password { get; set; }

        public string? Repeated { get; set; }
    }
}
