using MusicTimeMachine.Ui.Covers;
using Radzen;

namespace MusicTimeMachine.Ui;

/// <summary>What the pages need from the host.</summary>
public static class UiSetup
{
    /// <summary>Registers Razor components with interactive server rendering, the signed-in person for them, and Radzen's services.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        // A page hands over what it has loaded when its circuit starts: more than the 32 KB that are usual.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = 256 * 1024);
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        return services;
    }

    /// <summary>Maps the static files, the drawn covers and the pages. Comes after authentication, authorization and antiforgery.</summary>
    public static RazorComponentsEndpointConventionBuilder MapUi(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapCovers();
        // The host's own content security policy says who may frame the pages: a second one here would only confuse.
        return app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
