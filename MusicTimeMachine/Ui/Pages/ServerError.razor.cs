using System.Diagnostics;
using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui.Pages;

/// <summary>Where a request ends that threw: says so without a detail, with the trace's id to find it in the log.</summary>
public sealed partial class ServerError
{
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private string? RequestId => Activity.Current?.TraceId.ToString() ?? HttpContext?.TraceIdentifier;
}
