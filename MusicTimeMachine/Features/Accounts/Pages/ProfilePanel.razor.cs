using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>Display name, time zone and what counts as a play.</summary>
public sealed partial class ProfilePanel
{
    private IReadOnlyList<TimeZoneChoice> _zones = [];
    private IReadOnlyList<Refusal> _refusals = [];
    private string? _failed;
    private bool _saving;
    private bool _saved;

    /// <summary>What the person has set.</summary>
    [PersistentState]
    public ProfileForm? Form { get; set; }

    [Inject]
    private Profile Profile { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _zones = TimeZones.List(Clock.GetUtcNow());
        if (Form is null) await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var listener = await Listener.GetAsync();
        Form = await Profile.FindAsync(listener.UserId, CancellationToken.None);
        _failed = Form is null ? "Your account is not there any more." : null;
    }

    private async Task SaveAsync()
    {
        if (Form is not { } form || _saving) return;
        (_saving, _saved) = (true, false);
        try
        {
            var listener = await Listener.GetAsync();
            _refusals = await Profile.SaveAsync(listener.UserId, form, CancellationToken.None);
            _saved = _refusals.Count == 0;
            if (!_saved) return;
            await Listener.RefreshAsync();
            await LoadAsync(); // With the name that the time zone has today.
        }
        finally
        {
            _saving = false;
        }
    }
}
