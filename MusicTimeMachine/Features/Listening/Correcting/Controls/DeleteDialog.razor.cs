using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Listening.Correcting.Controls;

/// <summary>Asks before many plays are deleted.</summary>
public sealed partial class DeleteDialog
{
    private string? _refusal;
    private bool _busy;

    /// <summary>The plays.</summary>
    [Parameter, EditorRequired]
    public ChosenPlays Plays { get; set; } = default!;

    /// <summary>Deletes them, and says why not when it does not.</summary>
    [Parameter, EditorRequired]
    public Func<Task<string?>> DeleteAsync { get; set; } = default!;

    /// <summary>They stay.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    private async Task SendAsync()
    {
        (_busy, _refusal) = (true, null);
        _refusal = await DeleteAsync();
        _busy = false;
    }
}
