using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>
/// A dialog over the page, for as long as it is drawn: the browser's own, so the focus stays inside, nothing behind it can
/// be reached, and Escape asks to close it. When it goes the focus returns to where it came from.
/// </summary>
public sealed partial class Modal : IAsyncDisposable
{
    private readonly string _titleId = $"modal-{Guid.NewGuid():N}";
    private ElementReference _dialog;
    private ComponentScript<Modal>? _script;

    /// <summary>What it is about.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The fields and the buttons; the first of them gets the focus.</summary>
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;

    /// <summary>The person wants to close it: whoever draws it draws it no more.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Whether something is under way that closing would not stop: then Escape does nothing.</summary>
    [Parameter]
    public bool Busy { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    /// <summary>For the script: Escape was pressed, or whatever else closes dialogs on a device.</summary>
    [JSInvokable]
    public Task CloseAsync() => Busy ? Task.CompletedTask : InvokeAsync(OnClose.InvokeAsync);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _script = new ComponentScript<Modal>(Browser, this);
        await _script.AttachAsync($"./{Assets["Ui/Controls/Modal.razor.js"]}", _dialog);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _script?.DisposeAsync() ?? ValueTask.CompletedTask;
}
