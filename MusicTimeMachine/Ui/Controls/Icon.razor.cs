using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>A line icon in the colour of the text around it. It is decoration: the text beside it, or a label, says the same.</summary>
public sealed partial class Icon
{
    /// <summary>A name of <see cref="IconPaths"/>.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";
}
