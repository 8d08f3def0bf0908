using System.Security.Claims;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Importing;

namespace MusicTimeMachine.Features.Api;

/// <summary>Imports: what was brought in, and bringing in more.</summary>
internal static class ImportEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("imports", ListAsync).WithSummary("The imports, the latest first").Produces<ApiList<ApiImport>>();
        api.MapGet("imports/{id}", FindAsync).WithSummary("One import").Produces<ApiImport>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("imports", BeginAsync).WithSummary("Begin an import of files").AddOpenApiOperationTransformer(ApiDocument.TakesFiles)
            .Produces<ApiImport>(StatusCodes.Status202Accepted).DisableAntiforgery();
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, [AsParameters] ApiPage page, ImportService imports, CancellationToken cancellationToken)
    {
        if (page.Problem is { } wrong) return wrong;
        var all = (await imports.ListAsync(user.UserId(), cancellationToken)).Imports;
        return Results.Ok(new ApiList<ApiImport>([.. all.Skip(page.Skip).Take(page.Take).Select(ApiImport.Of)], all.Count));
    }

    private static async Task<IResult> FindAsync(ClaimsPrincipal user, long id, ImportService imports, CancellationToken cancellationToken) =>
        await imports.FindAsync(user.UserId(), id, cancellationToken) is { } import
            ? Results.Ok(ApiImport.Of(import))
            : ApiProblem.NotFound($"There is no import {id}.");

    private static async Task<IResult> BeginAsync(HttpContext http, UploadIntake intake, ImportService imports)
    {
        if (http.User.IsDemo()) return ApiProblem.NotYours("The demo library takes no imports.");
        var (importId, refusal) = await intake.TakeAsync(http);
        if (refusal is not null) return refusal.AsProblem();
        var import = await imports.FindAsync(http.User.UserId(), importId, CancellationToken.None);
        return Results.Accepted($"/api/v1/imports/{importId}", import is null ? null : ApiImport.Of(import));
    }
}
