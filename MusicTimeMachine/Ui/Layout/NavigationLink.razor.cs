using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Layout;

/// <summary>A link of the navigation, marked when its page, or one below it, is open.</summary>
public sealed partial class NavigationLink
{
    /// <summary>Where it leads and what it says.</summary>
    [Parameter, EditorRequired]
    public NavigationEntry Entry { get; set; } = default!;
}
