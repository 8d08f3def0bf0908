using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>The accounts, with what an administrator may do with each.</summary>
public sealed partial class PeoplePanel
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string? _problem;

    /// <summary>The accounts.</summary>
    [PersistentState]
    public IReadOnlyList<PersonRow>? Rows { get; set; }

    [Inject]
    private People People { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _zone = TimeZones.Find((await Listener.GetAsync()).TimeZone);
        if (Rows is null) await LoadAsync();
    }

    private async Task LoadAsync() => Rows = await People.ListAsync(CancellationToken.None);

    private async Task ToggleRoleAsync(PersonRow person)
    {
        _problem = await People.SetRoleAsync(person.Id, person.Role == UserRole.Admin ? UserRole.Member : UserRole.Admin, CancellationToken.None);
        await LoadAsync();
    }

    private async Task ToggleDisabledAsync(PersonRow person)
    {
        _problem = await People.SetDisabledAsync(person.Id, !person.Disabled, CancellationToken.None);
        await LoadAsync();
    }

    private static string RoleAction(PersonRow person) => person.Role == UserRole.Admin ? "Make member" : "Make administrator";

    private static string DisabledAction(PersonRow person) => person.Disabled ? "Enable" : "Disable";
}
