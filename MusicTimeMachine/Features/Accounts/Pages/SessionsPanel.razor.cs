using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MusicTimeMachine.Data;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>In how many other browsers the person is signed in, and the way to end that.</summary>
public sealed partial class SessionsPanel
{
    private string? _failed;
    private bool _ended;

    /// <summary>How many there are; null before they are counted.</summary>
    [PersistentState]
    public int? Others { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private Sessions Sessions { get; set; } = default!;

    private string? Sentence => Others switch
    {
        null => null,
        0 when _ended => "You are signed out everywhere else.",
        0 => "Your account is open in this browser alone.",
        { } others => $"Your account is also open in {Format.Count(others, "other browser")}.",
    };

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (Others is null) await LoadAsync();
    }

    private Task LoadAsync() => ReachAsync(_ => Task.CompletedTask);

    private Task EndOthersAsync() => ReachAsync(async person =>
    {
        await Sessions.EndOthersAsync(person, CancellationToken.None);
        _ended = true;
    });

    private async Task ReachAsync(Func<ClaimsPrincipal, Task> changeAsync)
    {
        try
        {
            var person = (await Authentication).User;
            await changeAsync(person);
            (Others, _failed) = (await Sessions.CountOthersAsync(person, CancellationToken.None), null);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _failed = DatabaseOutage.Sentence;
        }
    }
}
