using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>Makes an account for anybody while registration is open.</summary>
public sealed partial class Register
{
    private bool _open;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Registration Registration { get; set; } = default!;

    [Inject]
    private People People { get; set; } = default!;

    [Inject]
    private FirstVisit FirstVisit { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (await FirstVisit.IsNowAsync(Http.RequestAborted)) Navigation.NavigateTo(AccountPaths.Welcome);
        _open = HttpMethods.IsPost(Http.Request.Method) || await People.IsRegistrationOpenAsync(Http.RequestAborted);
    }
}
