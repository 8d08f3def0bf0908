using System.Net;
using System.Text.Json;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Spotify;

/// <summary>Reads what Spotify says is wrong, and says it in words that help. What Spotify wrote itself is never shown.</summary>
internal static class SpotifyErrors
{
    public const string QuotaReason = "QUOTA_EXCEEDED";

    public const string NotOnAllowList =
        "This Spotify account may not use the app. Its developer has to add it at developer.spotify.com/dashboard, in the app's settings under User Management; five people are the most.";

    public const string OwnerWithoutPremium =
        "The developer of the Spotify app has no Premium, and without it Spotify answers nobody. Once there is Premium again it can take some hours.";

    public const string ScopeMissing = "Spotify was not allowed everything that is needed. Connect Spotify again, and allow all of it.";

    public const string Reconnect = "Spotify wants you to sign in again: it asks for that every six months, or when the app was removed. Nothing is lost; connect Spotify again on the settings page.";

    public const string AppRefused = "Spotify does not know this client id, or not with this secret. Copy both again from developer.spotify.com/dashboard.";

    public const string RedirectMismatch =
        "The address to which Spotify should return is not the one that is registered. Register it at developer.spotify.com/dashboard exactly as the administrator's Spotify page shows it.";

    public static SpotifyException Unavailable() => new(SpotifyProblem.Unavailable, "Spotify does not answer at the moment. Try again in some minutes.");

    public static SpotifyException Unreadable() => new(SpotifyProblem.Unreadable, "Spotify's answer could not be read. Try again later; if it stays so, a proxy between may be in the way.");

    public static SpotifyException AccountChanged() => new(SpotifyProblem.AccountChanged, "Your Spotify account was disconnected or exchanged meanwhile, so nothing of it was kept. Try again.");

    /// <summary>Spotify wants to be left alone for a while.</summary>
    public static SpotifyException Blocked(DateTimeOffset until, DateTimeOffset now, bool quota) => quota
        ? new(SpotifyProblem.QuotaUsedUp, $"Spotify's quota for this app is used up. Spotify answers again in {Duration(until - now)}; what waits goes on by itself then.", until)
        : new(SpotifyProblem.RateLimited, $"Spotify was asked too often in a short time. Try again in {Duration(until - now)}.", until);

    /// <summary>The reason in the body of a 429, such as "QUOTA_EXCEEDED"; null when there is none. The rate limit's own body may be plain text.</summary>
    public static async Task<string?> ReasonAsync(HttpResponseMessage response) => (await ReadAsync(response)).Reason;

    /// <summary>The Web API's refusal, with a status of 4xx other than 429.</summary>
    public static async Task<SpotifyException> ReadApiAsync(HttpResponseMessage response)
    {
        var message = (await ReadAsync(response)).Message ?? "";
        return (response.StatusCode, message) switch
        {
            (HttpStatusCode.Unauthorized, _) => new(SpotifyProblem.TokenOver, Reconnect),
            (HttpStatusCode.Forbidden, _) when Says(message, "premium") => new(SpotifyProblem.OwnerWithoutPremium, OwnerWithoutPremium),
            (HttpStatusCode.Forbidden, _) when Says(message, "registered") => new(SpotifyProblem.NotOnAllowList, NotOnAllowList),
            (HttpStatusCode.Forbidden, _) when Says(message, "scope") => new(SpotifyProblem.ScopeMissing, ScopeMissing),
            (HttpStatusCode.Forbidden, _) => new(SpotifyProblem.Forbidden, "Spotify does not let this app do that, or the thing belongs to somebody else."),
            (HttpStatusCode.NotFound, _) => new(SpotifyProblem.NotFound, "Spotify has no such thing any more."),
            _ => new(SpotifyProblem.Refused, $"Spotify refused the request with status {(int)response.StatusCode}. This is a mistake of this program; please report it."),
        };
    }

    /// <summary>The token endpoint's refusal, in the shape of OAuth.</summary>
    public static async Task<SpotifyException> ReadTokenAsync(HttpResponseMessage response)
    {
        OAuthErrorAnswer? answer = null;
        try
        {
            answer = JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(), SpotifyJson.Default.OAuthErrorAnswer);
        }
        catch (JsonException)
        {
            // Whoever answered, it was not the token endpoint.
        }

        return answer?.Error switch
        {
            "invalid_grant" when Says(answer.ErrorDescription ?? "", "redirect") => new(SpotifyProblem.RedirectMismatch, RedirectMismatch),
            "invalid_grant" => new(SpotifyProblem.Reconnect, Reconnect),
            "invalid_client" or "unauthorized_client" => new(SpotifyProblem.AppRefused, AppRefused),
            null => Unreadable(),
            _ => new(SpotifyProblem.Refused, $"Spotify refused the sign-in with status {(int)response.StatusCode}. This is a mistake of this program; please report it."),
        };
    }

    /// <summary>What is said in JSON, or in plain text, as some refusals are.</summary>
    private static async Task<ApiError> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        try
        {
            if (JsonSerializer.Deserialize(text, SpotifyJson.Default.ApiErrorAnswer)?.Error is { } error) return error;
        }
        catch (JsonException)
        {
            // Plain text.
        }

        return new ApiError((int)response.StatusCode, text, null);
    }

    private static string Duration(TimeSpan wait) => wait.TotalMinutes switch
    {
        <= 1.5 => "a minute",
        < 90 => $"{Math.Ceiling(wait.TotalMinutes):0} minutes",
        _ => $"{Math.Ceiling(wait.TotalHours):0} hours",
    };

    private static bool Says(string message, string word) => message.Contains(word, StringComparison.OrdinalIgnoreCase);
}
