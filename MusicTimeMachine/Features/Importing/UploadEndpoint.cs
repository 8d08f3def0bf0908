using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// <c>POST /imports/upload</c>: a multipart form of files begins an import. Answers <c>{"id":12}</c>, or problem details
/// whose <c>detail</c> is a sentence for the person.
/// </summary>
internal static class UploadEndpoint
{
    /// <summary>Where files are sent to.</summary>
    public const string Path = "/imports/upload";

    public static void MapImporting(this WebApplication app) =>
        app.MapPost(Path, UploadAsync).RequireAuthorization(Policies.OwnLibrary)
            .WithMetadata(new SkipStatusCodePagesAttribute()); // The page's script reads the status; a page for people would hide it.

    private static async Task<IResult> UploadAsync(HttpContext http, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> forgery, UploadIntake intake)
    {
        // Without the header the check would read the whole form into memory to look for the token there.
        if (!http.Request.Headers.ContainsKey(forgery.Value.HeaderName!) || !await antiforgery.IsRequestValidAsync(http)) return UploadRefusal.NotFromThePage.AsProblem();

        var (importId, refusal) = await intake.TakeAsync(http);
        return refusal is null ? Results.Ok(new { Id = importId }) : refusal.AsProblem();
    }
}
