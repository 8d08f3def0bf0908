using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Importing;

/// <summary>Takes the files of a request and begins their import.</summary>
internal sealed class UploadIntake(ImportUploads uploads, ImportSettings settings, ImportService imports)
{
    /// <summary>Takes the files of a multipart form, for the signed-in person.</summary>
    /// <returns>The import, or why nothing was taken.</returns>
    public async Task<(long ImportId, UploadRefusal? Refusal)> TakeAsync(HttpContext http)
    {
        string? folder = null;
        var begun = false;
        try
        {
            folder = uploads.CreateFolder();
            var receiver = new UploadReceiver(settings);
            if (await receiver.ReceiveAsync(http.Request, folder, http.RequestAborted) is { } refusal) return (0, refusal);
            // All is here: whether the other side still listens does not matter any more.
            var (importId, _) = await imports.BeginAsync(http.User.UserId(), receiver.Files, uploaded: true, claimedBy: null, CancellationToken.None);
            begun = true;
            return (importId, null);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return (0, UploadRefusal.BrokenOff); // Nobody reads it.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && folder is null)
        {
            return (0, UploadRefusal.Of(exception));
        }
        finally
        {
            if (!begun && folder is not null) ImportUploads.DeleteFolder(folder);
        }
    }
}
