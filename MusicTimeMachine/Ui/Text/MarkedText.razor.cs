using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Text;

/// <summary>A text with some of it marked.</summary>
public sealed partial class MarkedText
{
    /// <summary>What it says.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>Divides it; null to mark nothing.</summary>
    [Parameter]
    public Func<string, IReadOnlyList<TextRun>>? Mark { get; set; }
}
