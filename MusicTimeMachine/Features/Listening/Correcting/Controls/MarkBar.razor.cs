using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Listening.Correcting.Controls;

/// <summary>The bar above a list of plays: begins to select, says how many are selected, and corrects them together.</summary>
public sealed partial class MarkBar
{
    /// <summary>The ticked plays.</summary>
    [Parameter, EditorRequired]
    public MarkedPlays Marked { get; set; } = default!;

    /// <summary>Where they are corrected.</summary>
    [Parameter, EditorRequired]
    public PlayDesk? Desk { get; set; }

    /// <summary>What else can be done, while nothing is selected.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
