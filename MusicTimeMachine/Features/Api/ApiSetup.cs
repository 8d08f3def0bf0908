using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Api;

/// <summary>The API for programs, <c>/api/v1</c>: the same services as the pages, with a token instead of a session.</summary>
internal static class ApiSetup
{
    /// <summary>Where all of its addresses begin.</summary>
    public const string Root = "/api";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddOpenApi(ApiDocument.Name, ApiDocument.Configure);
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy<string, ApiLimit>(ApiLimit.Name));
        // A parameter that cannot be read is a problem like any other, instead of an empty answer.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)));
    }

    /// <summary>What an endpoint throws is answered with problem details instead of a page.</summary>
    public static void UseApiProblems(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase), api => api.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = ApiProblem.HandleAsync,
            // A mistyped parameter is no mistake of the server's.
            SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
        }));

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

        var root = app.MapGroup(Root).RequireAuthorization(Policies.Token).RequireRateLimiting(ApiLimit.Name)
            .WithMetadata(new SkipStatusCodePagesAttribute());
        root.Map("{**path}", ApiFallback.Answer).ExcludeFromDescription();
        var api = root.MapGroup("v1").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);
        ListeningEndpoints.Map(api);
        CatalogEndpoints.Map(api);
        ExploringEndpoints.Map(api);
        SnapshotEndpoints.Map(api);
        PlaylistEndpoints.Map(api);
        ImportEndpoints.Map(api);
    }
}
