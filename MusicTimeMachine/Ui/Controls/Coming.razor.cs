using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>Stands for a page that this version does not have yet.</summary>
public sealed partial class Coming
{
    /// <summary>What the page will be called.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What it will answer.</summary>
    [Parameter]
    public string Text { get; set; } = "This page is on its way. It comes with one of the next versions.";

    /// <summary>A name of <see cref="IconPaths"/>.</summary>
    [Parameter]
    public string Icon { get; set; } = "time-machine";

    /// <summary>Links that help meanwhile.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
