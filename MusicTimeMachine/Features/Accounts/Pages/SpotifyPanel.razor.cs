using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>The person's Spotify account: connect it, see how it stands, disconnect it, bring an app.</summary>
public sealed partial class SpotifyPanel
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string? _clientId;
    private string? _clientSecret;
    private string? _problem;
    private string? _failed;
    private bool _kept;

    /// <summary>How the person stands with Spotify; no token is in it.</summary>
    [PersistentState]
    public SpotifyState? Stand { get; set; }

    /// <summary>How a way through Spotify's sign-in ended.</summary>
    [SupplyParameterFromQuery(Name = SpotifySignIn.SpotifyOutcomes.Key)]
    private string? Word { get; set; }

    [Inject]
    private SpotifyAccounts Accounts { get; set; } = default!;

    [Inject]
    private SpotifyApps Apps { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _zone = TimeZones.Find((await Listener.GetAsync()).TimeZone);
        if (Stand is null) await LoadAsync();
        _clientId = Stand?.OwnClientId;
    }

    private Task LoadAsync() => ReachAsync(_ => Task.CompletedTask);

    private Task DisconnectAsync() => ReachAsync(async userId => _problem = await Accounts.DisconnectAsync(userId, CancellationToken.None));

    private Task KeepOwnAsync() => ReachAsync(async userId =>
    {
        _problem = await Apps.KeepOwnAsync(userId, _clientId, _clientSecret, CancellationToken.None);
        (_kept, _clientSecret) = (_problem is null, null);
    });

    private Task RemoveOwnAsync() => ReachAsync(async userId =>
    {
        await Apps.RemoveOwnAsync(userId, CancellationToken.None);
        (_clientId, _clientSecret) = (null, null);
    });

    private async Task ReachAsync(Func<Guid, Task> changeAsync)
    {
        (_problem, _kept) = (null, false);
        try
        {
            var userId = (await Listener.GetAsync()).UserId;
            await changeAsync(userId);
            (Stand, _failed) = (await Accounts.StateAsync(userId, CancellationToken.None), null);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _failed = DatabaseOutage.Sentence;
        }
    }

    private string LeaveOf(SpotifyLink link) => link.Reminder(Clock.GetUtcNow()) switch
    {
        SpotifyReminder.Now => "Spotify does not answer any more until you connect it again.",
        SpotifyReminder.Soon => $"Your permission ends on {Day(link.EndsAt)}: connect it again before, and nothing is missed.",
        _ => $"Your permission holds until {Day(link.EndsAt)}.",
    };

    private string Day(DateTimeOffset moment) => Format.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, _zone).DateTime));
}
