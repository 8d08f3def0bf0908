using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Covers;
using Radzen;

namespace MusicTimeMachine.Ui;

/// <summary>What the pages need from the host.</summary>
public static class UiSetup
{
    /// <summary>Registers Razor components with interactive server rendering, the signed-in person for them, and Radzen's services.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddHandover();
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        return services;
    }

    /// <summary>Lets pages hand what they have loaded to their circuits by way of the server's memory.</summary>
    public static void AddHandover(this IServiceCollection services)
    {
        services.AddSingleton<Handover>();
        services.AddSingleton(typeof(PersistentComponentStateSerializer<>), typeof(HandoverSerializer<>));
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
