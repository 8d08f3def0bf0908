using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>
/// Says at the bottom of the window what has just been done, with its undo. It stays until something else is done or it is
/// dismissed. Where what was done took the focus away with it, the notice gets it.
/// </summary>
public sealed partial class UndoNotice : IAsyncDisposable
{
    private ElementReference _said;
    private IJSObjectReference? _script;
    private string? _shown;

    /// <summary>What has been done, or why it has not; null for nothing.</summary>
    [Parameter, EditorRequired]
    public string? Text { get; set; }

    /// <summary>Whether it has not been done.</summary>
    [Parameter]
    public bool Bad { get; set; }

    /// <summary>Whether an undo is under way.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>Undoes it; without it there is no button.</summary>
    [Parameter]
    public EventCallback OnUndo { get; set; }

    /// <summary>Takes the notice away.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnDismiss { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_shown == Text) return;
        _shown = Text;
        if (Text is null) return;
        try
        {
            _script ??= await Browser.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Ui/Controls/UndoNotice.razor.js"]}");
            await _script.InvokeVoidAsync("catchFocus", _said);
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
}
