using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Layout;

/// <summary>The entries of one group.</summary>
public sealed partial class NavigationGroup
{
    /// <summary>The group's heading; empty for none.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Its entries in order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<NavigationEntry> Entries { get; set; } = [];
}
