using System.Net;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MusicTimeMachine.Spotify;

/// <summary>
/// Makes the calls: in turn, again where that helps, and heeding what Spotify says of its limits. A short
/// <c>Retry-After</c> is sat out; a long one, and that of the quota, is noted for everybody and ends the call.
/// </summary>
public sealed class SpotifyHttp(HttpClient http, SpotifyQueue queue, SpotifyBlocks blocks, SpotifySettings settings, TimeProvider clock)
{
    private const int Attempts = 4;

    // Where Spotify does not say how long: the window of the rate limit has 30 seconds, that of the quota a day.
    private static readonly TimeSpan UnsaidRateLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UnsaidQuota = TimeSpan.FromHours(1);

    /// <summary>Makes a call.</summary>
    /// <returns>The answer, with any status but 429 and 5xx.</returns>
    /// <exception cref="SpotifyException">Spotify wants to be left alone, or does not answer.</exception>
    internal async Task<HttpResponseMessage> SendAsync(SpotifyCall call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (call.HeedsBlock && await blocks.FindAsync(call.ClientId, cancellationToken) is { } blocked) throw blocked;
            await queue.EnterAsync(call.ClientId, cancellationToken);
            var response = await TryAsync(call, cancellationToken);
            if (response is { StatusCode: HttpStatusCode.TooManyRequests })
            {
                using (response) await HeedAsync(call, response, attempt, cancellationToken);
            }
            else if (response is not null && (int)response.StatusCode < 500)
            {
                return response;
            }
            else
            {
                response?.Dispose();
                if (!call.IsRepeatable || attempt == Attempts) throw SpotifyErrors.Unavailable();
                // Not all at the same moment: 0.25 to 0.75 s, then twice and four times that.
                var wait = TimeSpan.FromSeconds(0.25 * Math.Pow(2, attempt - 1) * (1 + (2 * Random.Shared.NextDouble())));
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    /// <summary>Reads an answer.</summary>
    /// <exception cref="SpotifyException">It is no JSON, or breaks off.</exception>
    internal static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != MediaTypeNames.Application.Json) throw SpotifyErrors.Unreadable();
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(stream, type, cancellationToken) ?? throw SpotifyErrors.Unreadable();
        }
        catch (JsonException)
        {
            throw SpotifyErrors.Unreadable();
        }
    }

    /// <returns>The answer; null when none came.</returns>
    private async Task<HttpResponseMessage?> TryAsync(SpotifyCall call, CancellationToken cancellationToken)
    {
        using var request = call.Create();
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task HeedAsync(SpotifyCall call, HttpResponseMessage response, int attempt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var quota = await SpotifyErrors.ReasonAsync(response) == SpotifyErrors.QuotaReason;
        var said = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - now : null;
        var until = now + (said ?? (quota ? UnsaidQuota : UnsaidRateLimit * Math.Pow(2, attempt - 1)));
        if (quota || until - now > settings.LongestWait)
        {
            // The person who asked may be gone; what Spotify said holds for everybody.
            await blocks.NoteAsync(call.ClientId, until, quota, CancellationToken.None);
            throw SpotifyErrors.Blocked(until, now, quota);
        }

        queue.Pause(call.ClientId, until);
        if (attempt == Attempts) throw SpotifyErrors.Blocked(until, now, quota: false);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
