using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening.Hiding;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Listening.Pages;

/// <summary>What a person keeps out of the statistics, and the way back.</summary>
public sealed partial class Hidden
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string? _failed;
    private string? _result;
    private string? _refusal;
    private bool _busy;
    private int _from = 23;
    private int _to = 6;
    private PlaySource _source = PlaySource.SpotifyAccount;

    /// <summary>The rules; null before they are read.</summary>
    [PersistentState]
    public IReadOnlyList<HidingRuleView>? Rules { get; set; }

    [Inject]
    private HidingRules Service { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _zone = TimeZones.Find((await Listener.GetAsync()).TimeZone);
        if (Rules is null) await LoadAsync();
    }

    private Task LoadAsync() => ReachAsync(_ => Task.FromResult<string?>(null));

    private Task HideHoursAsync()
    {
        if (_from != _to) return ReachAsync(async userId => Say(await Service.HideHoursAsync(userId, _from, _to, CancellationToken.None), "hidden"));
        (_result, _refusal) = (null, "These hours begin where they end. Choose two that differ.");
        return Task.CompletedTask;
    }

    private Task HideSourceAsync() => ReachAsync(async userId => Say(await Service.HideSourceAsync(userId, _source, CancellationToken.None), "hidden"));

    private Task RemoveAsync(HidingRuleView rule) => ReachAsync(async userId => Say(await Service.RemoveAsync(userId, rule.Id, CancellationToken.None), "shown again"));

    private string? Say(HidingResult result, string done)
    {
        _refusal = result.Refusal;
        return result.Refusal is not null ? null : result.Plays == 1 ? $"1 play is {done}." : $"{Format.Count(result.Plays, "play")} are {done}.";
    }

    private async Task ReachAsync(Func<Guid, Task<string?>> changeAsync)
    {
        if (_busy) return;
        (_busy, _result, _refusal) = (true, null, null);
        try
        {
            var userId = (await Listener.GetAsync()).UserId;
            _result = await changeAsync(userId);
            (Rules, _failed) = (await Service.ListAsync(userId, CancellationToken.None), null);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _failed = DatabaseOutage.Sentence;
        }
        finally
        {
            _busy = false;
        }
    }

    private static string KindOf(HidingKind kind) => kind switch
    {
        HidingKind.Artist => "artist",
        HidingKind.Album => "album",
        HidingKind.Song => "track",
        HidingKind.Context => "played from",
        HidingKind.Source => "source",
        _ => "hours",
    };
}
