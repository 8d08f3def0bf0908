using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MusicTimeMachine.Features.Library;

namespace MusicTimeMachine.Features.Api;

/// <summary>The OpenAPI document of the API.</summary>
internal static class ApiDocument
{
    /// <summary>Its name, as in <c>/openapi/v1.json</c>.</summary>
    public const string Name = "v1";

    /// <summary>
    /// Says that an endpoint takes a form of files. What ASP.NET has for this also turns other requests away, before the
    /// endpoint can say what is wrong with them.
    /// </summary>
    public static Task TakesFiles(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var files = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
        var form = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["files"] = files } };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "Files, or a zip of files, of any format that the page Imports takes.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["multipart/form-data"] = new() { Schema = form } },
        };
        return Task.CompletedTask;
    }

    /// <summary>Says that an endpoint takes a note, or nothing.</summary>
    public static Task TakesNotes(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var notes = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, MaxLength = LikedTrack.MaxNotes, Description = "The note; null leaves it as it is, and an empty one takes it away." };
        var like = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["notes"] = notes } };
        operation.RequestBody = new OpenApiRequestBody
        {
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = like } },
        };
        return Task.CompletedTask;
    }

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Music Time Machine",
                Version = Name,
                Description = "A person's own listening history. Days and months are of the person's own time zone; a range is its first day to the day after its last.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of the settings page or of the verb \"token create\"." },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
