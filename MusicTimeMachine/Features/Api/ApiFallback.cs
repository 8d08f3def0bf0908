using Microsoft.AspNetCore.Routing.Template;

namespace MusicTimeMachine.Features.Api;

/// <summary>What is answered where there is nothing, or nothing for this method.</summary>
internal static class ApiFallback
{
    public static IResult Answer(HttpContext http, IEnumerable<EndpointDataSource> sources)
    {
        var allowed = sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null && Matches(endpoint, http.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (allowed.Length == 0)
            return ApiProblem.NotFound($"There is no {http.Request.Method} {http.Request.Path}. The document /openapi/v1.json lists what there is.");

        http.Response.Headers.Allow = string.Join(", ", allowed);
        return ApiProblem.MethodNotAllowed($"{http.Request.Path} does not know {http.Request.Method}, only {string.Join(" and ", allowed)}.");
    }

    private static bool Matches(RouteEndpoint endpoint, PathString path) =>
        endpoint.RoutePattern.RawText!.StartsWith(ApiSetup.Root, StringComparison.Ordinal)
        && new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []);
}
