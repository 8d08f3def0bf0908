using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>The outline of what is about to come, so that the page does not jump when it does.</summary>
public sealed partial class Loading
{
    /// <summary>How many pieces.</summary>
    [Parameter]
    public int Lines { get; set; } = 3;

    /// <summary>What each piece stands for.</summary>
    [Parameter]
    public LoadingShape Shape { get; set; } = LoadingShape.Line;
}
