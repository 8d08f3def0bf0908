using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Listening.Hiding;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Listening.Controls;

/// <summary>Keeps an artist, an album or a track out of the statistics, and takes it back.</summary>
public sealed partial class HideButton
{
    private long? _ruleId;
    private (HidingKind, long)? _of;
    private bool _known;
    private bool _busy;
    private string? _said;

    /// <summary>Whose statistics.</summary>
    [Parameter, EditorRequired]
    public Guid UserId { get; set; }

    /// <summary>What it is: an artist, an album or a song.</summary>
    [Parameter, EditorRequired]
    public HidingKind Kind { get; set; }

    /// <summary>The catalogue's number; of a song, that of one of its tracks.</summary>
    [Parameter, EditorRequired]
    public long Id { get; set; }

    /// <summary>Something was hidden or shown again: the numbers are others now.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private HidingRules Rules { get; set; } = default!;

    private string Title => _ruleId is null ? "Keep it out of your statistics; the plays stay in your history" : "Let it count again";

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_of == (Kind, Id)) return;
        _of = (Kind, Id);
        try
        {
            (_ruleId, _known, _said) = (await Rules.FindAsync(UserId, Kind, Id, CancellationToken.None), true, null);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _known = false; // The page says so itself.
        }
    }

    private async Task ToggleAsync()
    {
        _busy = true;
        try
        {
            var hides = _ruleId is null;
            var result = _ruleId is { } ruleId ? await Rules.RemoveAsync(UserId, ruleId, CancellationToken.None) : await HideAsync();
            _ruleId = hides ? result.RuleId : null;
            _said = result.Refusal ?? $"{Format.Count(result.Plays, "play")} {(hides ? "hidden" : "shown again")}.";
            await OnChanged.InvokeAsync();
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _said = DatabaseOutage.Sentence;
        }
        finally
        {
            _busy = false;
        }
    }

    private Task<HidingResult> HideAsync() => Kind switch
    {
        HidingKind.Artist => Rules.HideArtistAsync(UserId, Id, CancellationToken.None),
        HidingKind.Album => Rules.HideAlbumAsync(UserId, Id, CancellationToken.None),
        _ => Rules.HideTrackAsync(UserId, Id, CancellationToken.None),
    };
}
