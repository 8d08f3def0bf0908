using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>Who may come: invitations one by one, or everybody.</summary>
public sealed partial class InvitationsPanel
{
    private IReadOnlyList<Refusal> _refusals = [];
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private UserRole _role = UserRole.Member;
    private bool _registrationOpen;
    private string? _note;
    private string? _link;

    /// <summary>The invitations that can be used, without their secrets.</summary>
    [PersistentState]
    public IReadOnlyList<InvitationRow>? Rows { get; set; }

    [Inject]
    private Invitations Invitations { get; set; } = default!;

    [Inject]
    private People People { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _zone = TimeZones.Find((await Listener.GetAsync()).TimeZone);
        _registrationOpen = await People.IsRegistrationOpenAsync(CancellationToken.None);
        if (Rows is null) await LoadAsync();
    }

    private async Task LoadAsync() => Rows = await Invitations.ListAsync(CancellationToken.None);

    private async Task InviteAsync()
    {
        var (secret, refusal) = await Invitations.CreateAsync((await Listener.GetAsync()).UserId, _role, _note, CancellationToken.None);
        (_link, _refusals) = (secret is null ? null : $"{Navigation.BaseUri}invitation/{secret}", refusal is null ? [] : [refusal]);
        if (secret is null) return;
        _note = null;
        await LoadAsync();
    }

    private async Task WithdrawAsync(Guid invitationId)
    {
        await Invitations.WithdrawAsync(invitationId, CancellationToken.None);
        _link = null;
        await LoadAsync();
    }

    private async Task ToggleRegistrationAsync(ChangeEventArgs change)
    {
        _registrationOpen = change.Value is true;
        await People.OpenRegistrationAsync(_registrationOpen, CancellationToken.None);
    }
}
