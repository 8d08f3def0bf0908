using MusicTimeMachine.Spotify;

namespace MusicTimeMachine.Hosting;

/// <summary>Headers that tell the browser what pages of ours never do, and the refusal of foreign WebSockets.</summary>
internal static class SecurityHeaders
{
    // Radzen places popups and draws charts with style attributes; scripts come from files of ours alone.
    // The form that begins a sign-in is answered with a redirect to Spotify, which Chromium counts as where the form leads.
    private static string ContentSecurityPolicy(SpotifySettings spotify) =>
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; "
        + "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self' "
        + spotify.Accounts.GetLeftPart(UriPartial.Authority) + "; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var policy = ContentSecurityPolicy(app.Services.GetRequiredService<SpotifySettings>());
        app.Use((context, next) => SecureAsync(context, next, policy));
    }

    private static async Task SecureAsync(HttpContext context, RequestDelegate next, string policy)
    {
        if (IsForeignWebSocket(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.TryAdd("Content-Security-Policy", policy);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            return Task.CompletedTask;
        });
        await next(context);
    }

    /// <summary>
    /// Browsers send cookies with WebSockets of any site and do not ask before; the origin tells who opened it.
    /// The circuit's fallback transports are ordinary requests, held back by CORS and SameSite cookies.
    /// </summary>
    private static bool IsForeignWebSocket(HttpRequest request)
    {
        var upgrades = request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase)
            || string.Equals(request.Method, HttpMethods.Connect, StringComparison.OrdinalIgnoreCase);
        if (!upgrades || request.Headers.Origin.Count == 0) return false;
        return !Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            || !string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
