using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MusicTimeMachine.FakeSpotify.World;

namespace MusicTimeMachine.FakeSpotify.Endpoints;

/// <summary>Changes codes and refresh tokens for access tokens.</summary>
internal static class TokenEndpoint
{
    public static void MapToken(this WebApplication app) => app.MapPost("/api/token", (Delegate)AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpContext http)
    {
        var world = ApiGate.World(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (clientId, secret) = Credentials(http.Request, form);
        var app = world.FindApp(clientId);
        if (app is null || (secret is not null && secret != app.ClientSecret)) return Answers.OAuthError("invalid_client", "Invalid client");
        return form["grant_type"].ToString() switch
        {
            "authorization_code" => Exchange(world, app, secret is not null, form),
            "refresh_token" => Refresh(world, app, form["refresh_token"].ToString()),
            "client_credentials" when secret is not null => Tokens(world, new FakeGrant(app.ClientId, "", new HashSet<string>(StringComparer.Ordinal), world.Now), null),
            "client_credentials" => Answers.OAuthError("invalid_client", "Invalid client secret"),
            _ => Answers.OAuthError("unsupported_grant_type", "grant_type must be client_credentials, authorization_code or refresh_token"),
        };
    }

    private static IResult Exchange(FakeWorld world, FakeApp app, bool confidential, IFormCollection form)
    {
        if (world.Grants.TakeCode(form["code"]) is not { } code || code.Grant.ClientId != app.ClientId) return Answers.OAuthError("invalid_grant", "Invalid authorization code");
        if (code.RedirectAddress != form["redirect_uri"]) return Answers.OAuthError("invalid_grant", "Invalid redirect URI");
        if (code.Challenge is null && !confidential) return Answers.OAuthError("invalid_client", "Invalid client secret");
        if (code.Challenge is not null && code.Challenge != Challenge(form["code_verifier"].ToString())) return Answers.OAuthError("invalid_grant", "code_verifier was incorrect");
        return Tokens(world, code.Grant, world.Grants.Refresh(code.Grant));
    }

    private static IResult Refresh(FakeWorld world, FakeApp app, string token)
    {
        if (world.Grants.FindRefresh(token) is not { } grant || grant.ClientId != app.ClientId) return Answers.OAuthError("invalid_grant", "Refresh token revoked");
        if (world.Grants.IsOver(grant)) return Answers.OAuthError("invalid_grant", "Refresh token expired");
        if (app.RefreshAnswer != RefreshAnswer.Rotated) return Tokens(world, grant, app.RefreshAnswer == RefreshAnswer.Repeated ? token : null);
        // Of two who come with the same token one gets the next.
        return world.Grants.EndRefresh(token) ? Tokens(world, grant, world.Grants.Refresh(grant)) : Answers.OAuthError("invalid_grant", "Refresh token revoked");
    }

    private static IResult Tokens(FakeWorld world, FakeGrant grant, string? refreshToken)
    {
        var answer = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["access_token"] = world.Grants.Access(grant),
            ["token_type"] = "Bearer",
            ["scope"] = string.Join(' ', grant.Scopes),
            ["expires_in"] = (int)FakeGrants.AccessLasts.TotalSeconds,
        };
        if (refreshToken is not null) answer["refresh_token"] = refreshToken;
        return Results.Json(answer);
    }

    /// <summary>Client id and secret from the header, or from the form; without a secret PKCE has to prove who asks.</summary>
    private static (string? ClientId, string? Secret) Credentials(HttpRequest request, IFormCollection form)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.Ordinal))
            return (form["client_id"].ToString(), form["client_secret"].ToString() is { Length: > 0 } given ? given : null);
        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':', 2);
        return (parts[0], parts.ElementAtOrDefault(1) ?? "");
    }

    private static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
