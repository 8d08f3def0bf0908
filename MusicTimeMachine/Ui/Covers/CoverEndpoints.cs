using System.Globalization;

namespace MusicTimeMachine.Ui.Covers;

/// <summary>Serves the drawn covers.</summary>
public static class CoverEndpoints
{
    private const string Year = "public, max-age=31536000, immutable";

    /// <summary>
    /// Maps <c>GET /covers/{album|artist|track}/{16 hexadecimal digits}.svg</c>. Open to everybody: it draws numbers and knows of no library.
    /// </summary>
    public static IEndpointConventionBuilder MapCovers(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/covers/{kind:regex(^(album|artist|track)$)}/{seed:regex(^[0-9a-f]{{16}}$)}.svg", Draw)
            .AllowAnonymous()
            .ExcludeFromDescription();

    private static IResult Draw(string kind, string seed, HttpResponse response)
    {
        response.Headers.CacheControl = Year;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        var drawn = CoverArt.Draw(Enum.Parse<CoverKind>(kind, ignoreCase: true), ulong.Parse(seed, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return Results.Text(drawn, "image/svg+xml");
    }
}
