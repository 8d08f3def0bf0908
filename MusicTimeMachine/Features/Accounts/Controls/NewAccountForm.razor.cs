using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Accounts.Controls;

/// <summary>Asks for a new account, makes it and signs its owner in: the same for the first visitor, the invited and whoever registers.</summary>
public sealed partial class NewAccountForm
{
    /// <summary>Why ten characters.</summary>
    internal const string PasswordHint =
        "At least 10 characters: each one more makes guessing many times longer. Three or four words that only you would put together are strong and easy to remember.";

    private IReadOnlyList<Refusal> _refusals = [];

    /// <summary>The form's name in the page.</summary>
    [Parameter, EditorRequired]
    public string FormName { get; set; } = "";

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired]
    public string Action { get; set; } = "";

    /// <summary>Makes the account, or says why not.</summary>
    [Parameter, EditorRequired]
    public Func<NewAccount, CancellationToken, Task<AccountResult>> Make { get; set; } = default!;

    /// <summary>What was entered so far; passwords are never sent back.</summary>
    [SupplyParameterFromForm]
    private NewAccount? Wanted { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Sessions Sessions { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized() => Wanted ??= new NewAccount();

    private async Task MakeAsync()
    {
        var made = await Make(Wanted!, Http.RequestAborted);
        _refusals = made.Refusals;
        if (made.UserId is { } userId && await Sessions.SignInAsync(Http, userId, Http.RequestAborted)) Navigation.NavigateTo("/");
    }
}
