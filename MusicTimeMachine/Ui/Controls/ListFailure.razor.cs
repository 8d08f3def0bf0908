using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>Says that a part of a long list could not be read, wherever in it one is; see <see cref="ListLoad{TItem}"/>.</summary>
public sealed partial class ListFailure
{
    /// <summary>What happened, as a sentence for a person; null when nothing did, and then nothing is drawn.</summary>
    [Parameter, EditorRequired]
    public string? Failed { get; set; }

    /// <summary>Reads the part again.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnRetry { get; set; }
}
