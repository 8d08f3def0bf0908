using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Importing.Pages;

/// <summary>Says what undoing an import takes out and what stays, and does it when the person wants it.</summary>
public sealed partial class UndoPanel
{
    private ElementReference _title;
    private UndoPreview? _preview;
    private string? _failed;
    private bool _busy;

    /// <summary>The import.</summary>
    [Parameter, EditorRequired]
    public long ImportId { get; set; }

    /// <summary>The person has decided, one way or the other.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Inject]
    private ImportUndo Undo { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _title.FocusAsync();
    }

    private Task LoadAsync() => TryAsync(async userId =>
    {
        _preview = await Undo.PreviewAsync(userId, ImportId, CancellationToken.None);
        if (_preview is null) await OnClose.InvokeAsync(); // It was undone meanwhile, in another tab say.
    });

    private async Task UndoAsync()
    {
        _busy = true;
        await TryAsync(async userId =>
        {
            await Undo.UndoAsync(userId, ImportId, CancellationToken.None);
            await OnClose.InvokeAsync();
        });
        _busy = false;
    }

    private async Task TryAsync(Func<Guid, Task> work)
    {
        try
        {
            _failed = null;
            await work((await Listener.GetAsync()).UserId);
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _failed = DatabaseOutage.Sentence;
        }
    }
}
