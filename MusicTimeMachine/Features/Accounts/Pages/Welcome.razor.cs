using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>What the first visitor sees: create the administrator's account, or look around in the demo library.</summary>
public sealed partial class Welcome
{
    private bool _firstVisit;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Registration Registration { get; set; } = default!;

    [Inject]
    private FirstVisit FirstVisit { get; set; } = default!;

    [Inject]
    private DemoAccount Demo { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        // Who loses the race for the account is told so by the form itself.
        _firstVisit = HttpMethods.IsPost(Http.Request.Method) || await FirstVisit.IsNowAsync(Http.RequestAborted);
        if (!_firstVisit) Navigation.NavigateTo("/");
    }
}
