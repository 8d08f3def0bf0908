using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>One number with its name, and how it changed. Tiles stand in a <c>&lt;dl class="tiles"&gt;</c>.</summary>
public sealed partial class StatTile
{
    /// <summary>What is counted.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The number, formatted.</summary>
    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    /// <summary>A name of <see cref="IconPaths"/>.</summary>
    [Parameter]
    public string? Icon { get; set; }

    /// <summary>The plain number; with <see cref="Before"/> it makes the change.</summary>
    [Parameter]
    public double? Now { get; set; }

    /// <summary>The plain number of the period before; null when there is none.</summary>
    [Parameter]
    public double? Before { get; set; }

    /// <summary>What the change is against, after "than".</summary>
    [Parameter]
    public string Than { get; set; } = "in the period before";

    /// <summary>A few words beneath, such as "42 a day".</summary>
    [Parameter]
    public string? Note { get; set; }
}
