using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Searching.Controls;

/// <summary>
/// A field in which one finds a track of the library: the combobox of the ARIA authoring practices, as in the search box of
/// every page. What is typed stays in the browser's hands; once a track is taken the field begins anew.
/// </summary>
public sealed partial class TrackPicker : IAsyncDisposable
{
    /// <summary>Who types goes on typing for so long.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(80);

    private readonly PageLoad _load = new();
    private ElementReference _input;
    private IJSObjectReference? _script;
    private IReadOnlyList<SearchHit> _hits = [];
    private SearchMarks _marks = new([]);
    private string _said = "";
    private int _active = -1;
    private int _turn;
    private int? _attached;

    /// <summary>The field's id, for its label.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>A track was taken.</summary>
    [Parameter, EditorRequired]
    public EventCallback<SearchHit> OnPick { get; set; }

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    [Inject]
    private SuggestQuery Suggest { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private bool IsOpen { get; set; }

    private string ListId => $"{Id}-list";

    private string OptionId(int place) => $"{Id}-{place}";

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_attached == _turn) return;
        var anew = _attached is not null;
        _attached = _turn;
        try
        {
            _script ??= await Browser.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Features/Searching/Controls/TrackPicker.razor.js"]}");
            await _script.InvokeVoidAsync("attach", _input, anew);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone in the meantime.
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _load.Dispose();
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

    private async Task TypeAsync(ChangeEventArgs change)
    {
        var typed = change.Value as string ?? "";
        if (string.IsNullOrWhiteSpace(typed))
        {
            await _load.StopAsync();
            Close();
            return;
        }

        await _load.RunAsync(async token =>
        {
            await Task.Delay(Pause, token);
            var results = await Suggest.AskAsync((await Listener.GetAsync(token)).UserId, typed, token);
            token.ThrowIfCancellationRequested();
            (_hits, _marks, _active, IsOpen) = (results.Items, new SearchMarks(results.Marks), results.Items.Count > 0 ? 0 : -1, results.Items.Count > 0);
            _said = _hits.Count == 0 ? "Nothing like it in your library." : $"{Format.Count(_hits.Count, "suggestion")}. Enter takes the marked one.";
        });
        if (_load.Failed is not { } failed) return;
        Close();
        _said = failed;
    }

    private Task PressAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when IsOpen:
                _active = (_active + 1) % _hits.Count;
                break;
            case "ArrowUp" when IsOpen:
                _active = _active <= 0 ? _hits.Count - 1 : _active - 1;
                break;
            case "Enter" when IsOpen && _active >= 0:
                return PickAsync(_active);
            case "Escape":
                Close();
                break;
        }

        return Task.CompletedTask;
    }

    private async Task PickAsync(int place)
    {
        var hit = _hits[place];
        await _load.StopAsync();
        Close();
        _turn++;
        await OnPick.InvokeAsync(hit);
    }

    private void Close() => (IsOpen, _active, _said) = (false, -1, "");
}
