using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>Says that there is nothing here yet, why, and what to do next.</summary>
public sealed partial class EmptyState
{
    /// <summary>A name of <see cref="IconPaths"/>.</summary>
    [Parameter]
    public string Icon { get; set; } = "disc";

    /// <summary>What is missing, in a few words.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Why, and what brings it, in a sentence or two.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>1 where this is the whole page and its title the page's heading; otherwise 2.</summary>
    [Parameter]
    public int Level { get; set; } = 2;

    /// <summary>The buttons or links that lead on.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
