using System.Net.Http.Headers;
using System.Text;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Spotify;

/// <summary>Changes codes and refresh tokens for access tokens: <c>POST /api/token</c>, in the forms of OAuth 2.</summary>
public sealed class SpotifyTokenEndpoint(SpotifyHttp http, SpotifySettings settings)
{
    /// <summary>Changes the code that came back from a sign-in for tokens.</summary>
    internal Task<SpotifyTokens> ExchangeAsync(SpotifyApp app, string code, string redirectAddress, string? verifier, CancellationToken cancellationToken) =>
        AskAsync(app, [new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", redirectAddress), new("code_verifier", verifier ?? "")], isRepeatable: false, cancellationToken);

    /// <summary>Changes a refresh token for an access token. Not tried again: an answer that was lost may have held the next refresh token.</summary>
    internal Task<SpotifyTokens> RefreshAsync(SpotifyApp app, string refreshToken, CancellationToken cancellationToken) =>
        AskAsync(app, [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], isRepeatable: false, cancellationToken);

    /// <summary>Asks whether Spotify knows the app with its secret; the token that comes is thrown away.</summary>
    /// <returns>Why not; null when it does. Without a secret it cannot be asked, and counts as known.</returns>
    internal async Task<string?> CheckAsync(SpotifyApp app, CancellationToken cancellationToken)
    {
        if (app.ClientSecret is null) return null;
        try
        {
            await AskAsync(app, [new("grant_type", "client_credentials")], isRepeatable: true, cancellationToken);
            return null;
        }
        catch (SpotifyException refused)
        {
            return refused.Message;
        }
    }

    private async Task<SpotifyTokens> AskAsync(SpotifyApp app, KeyValuePair<string, string>[] form, bool isRepeatable, CancellationToken cancellationToken)
    {
        var call = new SpotifyCall(app.ClientId, () => Create(app, form), isRepeatable, HeedsBlock: false);
        using var response = await http.SendAsync(call, cancellationToken);
        if (!response.IsSuccessStatusCode) throw await SpotifyErrors.ReadTokenAsync(response);
        var tokens = await SpotifyHttp.ReadAsync(response, SpotifyJson.Default.SpotifyTokens, cancellationToken);
        return tokens is { AccessToken.Length: > 0 } ? tokens : throw SpotifyErrors.Unreadable();
    }

    private HttpRequestMessage Create(SpotifyApp app, KeyValuePair<string, string>[] form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Accounts, "api/token"));
        if (app.ClientSecret is null) form = [.. form, new("client_id", app.ClientId)];
        else request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{app.ClientId}:{app.ClientSecret}")));
        request.Content = new FormUrlEncodedContent(form);
        return request;
    }
}
