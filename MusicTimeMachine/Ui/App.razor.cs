using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace MusicTimeMachine.Ui;

/// <summary>The document: head, theme, scripts, and how a page is rendered.</summary>
public sealed partial class App
{
    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    /// <summary>Interactive for every page, save those that set cookies and carry <see cref="ExcludeFromInteractiveRoutingAttribute"/>.</summary>
    private IComponentRenderMode? PageRenderMode =>
        HttpContext.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    /// <summary>The theme that theme.js left in the cookie: light, dark or system.</summary>
    private string Theme => HttpContext.Request.Cookies["theme"] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => "system",
    };
}
