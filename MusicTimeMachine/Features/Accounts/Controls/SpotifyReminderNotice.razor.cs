using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MusicTimeMachine.Data;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Accounts.Controls;

/// <summary>Says on every page that Spotify wants to be asked again, in the last month of a permission and after it.</summary>
public sealed partial class SpotifyReminderNotice
{
    /// <summary>Whether there is something to say; null before it is known.</summary>
    [PersistentState]
    public SpotifyReminder? Reminder { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    [Inject]
    private SpotifyAccounts Accounts { get; set; } = default!;

    private string? Sentence => Reminder switch
    {
        SpotifyReminder.Now => "Spotify does not answer for you any more: your permission has ended, or was taken back. Nothing is lost.",
        SpotifyReminder.Soon => "Your permission for Spotify ends within a month; Spotify wants it anew every six months.",
        _ => null,
    };

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (Reminder is not null || Authentication is null) return;
        try
        {
            var person = (await Authentication).User;
            if (person.Identity is { IsAuthenticated: true }) Reminder = await Accounts.RemindAsync(person.UserId(), CancellationToken.None);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            // The page itself says so.
        }
    }
}
