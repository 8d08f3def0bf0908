using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Importing;

/// <summary>
/// <c>POST /imports/upload</c>: a multipart form of files begins an import. Answers <c>{"id":12}</c>, or problem details
/// whose <c>detail</c> is a sentence for the person.
/// </summary>
internal static class ImportEndpoints
{
    /// <summary>Where files are sent to.</summary>
    public const string Upload = "/imports/upload";

    public static void MapImporting(this WebApplication app) =>
        app.MapPost(Upload, UploadAsync).RequireAuthorization(Policies.OwnLibrary)
            .WithMetadata(new SkipStatusCodePagesAttribute()); // The page's script reads the status; a page for people would hide it.

    private static async Task<IResult> UploadAsync(
        HttpContext http, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> forgery, ImportUploads uploads, ImportSettings settings, ImportService imports)
    {
        // Without the header the check would read the whole form into memory to look for the token there.
        if (!http.Request.Headers.ContainsKey(forgery.Value.HeaderName!) || !await antiforgery.IsRequestValidAsync(http)) return Refuse(UploadRefusal.NotFromThePage);

        string? folder = null;
        var begun = false;
        try
        {
            folder = uploads.CreateFolder();
            var receiver = new UploadReceiver(settings);
            if (await receiver.ReceiveAsync(http.Request, folder, http.RequestAborted) is { } refusal) return Refuse(refusal);
            // All is here: whether the browser still listens does not matter any more.
            var (importId, _) = await imports.BeginAsync(http.User.UserId(), receiver.Files, uploaded: true, claimedBy: null, CancellationToken.None);
            begun = true;
            return Results.Ok(new { Id = importId });
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return Refuse(UploadRefusal.BrokenOff); // Nobody reads it.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && folder is null)
        {
            return Refuse(UploadRefusal.Of(exception));
        }
        finally
        {
            if (!begun && folder is not null) ImportUploads.DeleteFolder(folder);
        }
    }

    private static IResult Refuse(UploadRefusal refusal) =>
        Results.Problem(statusCode: refusal.Status, title: "The files were not taken.", detail: refusal.Sentence);
}
