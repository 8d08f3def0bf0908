using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Ui.Pages;

/// <summary>Where a request ends that threw: says so without a detail, with the trace's id to find it in the log.</summary>
public sealed partial class ServerError
{
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private string Reason => HttpContext?.Features.Get<IExceptionHandlerFeature>()?.Error is { } error && DatabaseOutage.Is(error)
        ? DatabaseOutage.Sentence
        : "The server could not answer. Nothing that was stored is lost; the reason stands in the server's log.";

    private string? RequestId => Activity.Current?.TraceId.ToString() ?? HttpContext?.TraceIdentifier;
}
