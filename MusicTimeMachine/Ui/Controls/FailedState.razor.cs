using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>Says that something could not be shown, and offers to try again.</summary>
public sealed partial class FailedState
{
    /// <summary>What happened, as a sentence for a person.</summary>
    [Parameter]
    public string Message { get; set; } = "This could not be loaded.";

    /// <summary>Tries again; without it there is no button.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }
}
