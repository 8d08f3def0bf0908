using System.Text.Json;

namespace MusicTimeMachine.Features.Api;

/// <summary>What goes with a like.</summary>
/// <param name="Notes">The note, at most 1,000 characters; null leaves it as it is, and an empty one takes it away.</param>
internal sealed record ApiLike(string? Notes)
{
    private const int MostBytes = 16 * 1024;

    /// <summary>Reads the body, which may be missing.</summary>
    /// <returns>What goes with the like, or what is wrong.</returns>
    public static async Task<(ApiLike? Like, IResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // A body of unknown length says at least what it is.
        if (request.ContentLength == 0 || (request.ContentLength is null && request.ContentType is null)) return (null, null);
        try
        {
            if (request.HasJsonContentType() && request.ContentLength is null or <= MostBytes) return (await request.ReadFromJsonAsync<ApiLike>(cancellationToken), null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second for an encoding that nobody knows.
            // Said below.
        }

        return (null, ApiProblem.BadRequest("The body cannot be read: it is JSON such as {\"notes\":\"the one from the boat\"}, or nothing at all."));
    }
}
