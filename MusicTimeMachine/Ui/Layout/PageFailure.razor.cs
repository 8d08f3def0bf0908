using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Layout;

/// <summary>What stands in place of a page that threw.</summary>
public sealed partial class PageFailure
{
    /// <summary>Draws the page anew.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }
}
