using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>A page's heading, which names the browser's tab as well, with the page's actions beside it.</summary>
public sealed partial class PageHeader
{
    /// <summary>What the page is called.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What it answers, or how much of the data it rests on.</summary>
    [Parameter]
    public string? Lead { get; set; }

    /// <summary>The period, buttons, and the like.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
