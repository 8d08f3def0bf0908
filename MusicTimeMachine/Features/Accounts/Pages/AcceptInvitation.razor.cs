using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>Makes the account that an invitation promises.</summary>
public sealed partial class AcceptInvitation
{
    private bool _open;

    /// <summary>The secret of the link.</summary>
    [Parameter]
    public string Secret { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Registration Accounts { get; set; } = default!;

    [Inject]
    private Invitations Invitations { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _open = await Invitations.IsOpenAsync(Secret, Http.RequestAborted);
        // A form that comes too late is still drawn, to be answered by its own sentence.
        if (HttpMethods.IsPost(Http.Request.Method)) _open = true;
        else if (!_open) Http.Response.StatusCode = StatusCodes.Status410Gone;
    }
}
