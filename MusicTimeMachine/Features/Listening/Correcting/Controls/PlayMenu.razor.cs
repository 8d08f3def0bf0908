using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MusicTimeMachine.Features.Listening.Hiding;

namespace MusicTimeMachine.Features.Listening.Correcting.Controls;

/// <summary>
/// The one menu of a list of plays: a popover of the browser's own beside the button of the play that it is about, with the
/// keys of the ARIA authoring practices. One for all rows, since a list draws many.
/// </summary>
public sealed partial class PlayMenu : IAsyncDisposable
{
    private ElementReference _menu;
    private IJSObjectReference? _script;
    private PlayRow? _play;
    private bool _opens;

    /// <summary>Something was chosen for a play.</summary>
    [Parameter, EditorRequired]
    public EventCallback<(PlayAction Action, PlayRow Play)> OnChoose { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private IEnumerable<(PlayAction Action, string Icon, string Text)> Entries
    {
        get
        {
            var hour = _play!.PlayedAt.Hour;
            yield return (PlayAction.Edit, "settings", "Edit…");
            yield return (PlayAction.Delete, "close", "Delete");
            yield return (PlayAction.HideTrack, "eye-off", "Hide this track");
            yield return (PlayAction.HideArtist, "eye-off", "Hide the artist");
            if (_play.Track.AlbumId is not null) yield return (PlayAction.HideAlbum, "eye-off", "Hide the album");
            if (_play.ContextUri is { } uri) yield return (PlayAction.HideContext, "eye-off", _play.Playlist is { } playlist ? $"Hide what is played from “{playlist}”" : $"Hide what is played from this {NameOf(uri)}");
            yield return (PlayAction.HideHour, "eye-off", $"Hide this hour of the day, {HidingWords.Hour(hour)} to {HidingWords.Hour((hour + 1) % 24)}");
        }
    }

    /// <summary>Opens it for a play.</summary>
    public void Open(PlayRow play)
    {
        (_play, _opens) = (play, true);
        StateHasChanged();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_opens) return;
        _opens = false;
        try
        {
            _script ??= await Browser.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Features/Listening/Correcting/Controls/PlayMenu.razor.js"]}");
            await _script.InvokeVoidAsync("open", _menu, PlayEntry.ButtonId(_play!));
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone in the meantime.
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_script is null) return;
        try
        {
            await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the script with it.
        }
    }

    /// <summary>"playlist" for <c>spotify:playlist:…</c>: the second part says what it is.</summary>
    private static string NameOf(string uri) => uri.Split(':') switch
    {
        ["spotify", "album", ..] => "album page",
        ["spotify", "artist", ..] => "artist page",
        _ => "playlist",
    };
}
