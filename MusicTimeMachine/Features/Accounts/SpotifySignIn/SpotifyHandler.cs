using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Accounts.SpotifySignIn;

/// <summary>
/// The framework's way through OAuth, with state and PKCE; the app is the server's or the person's own, and the tokens go to
/// <see cref="SpotifyEvents"/> alone, never into the ticket.
/// </summary>
internal sealed class SpotifyHandler(
    IOptionsMonitor<SpotifyOptions> options, ILoggerFactory loggers, UrlEncoder encoder, SpotifyApps apps, SpotifyTokenEndpoint endpoint, SpotifyApi api)
    : OAuthHandler<SpotifyOptions>(options, loggers, encoder)
{
    public new const string Scheme = "Spotify";

    // In the protected state: who connects an account, and through whose app. Without them somebody signs in.
    private const string LinkKey = "link";
    private const string OwnAppKey = "own-app";
    private const string LikesKey = "likes";
    private const string ClientIdKey = "client_id";

    /// <summary>What the way to Spotify begins with.</summary>
    /// <param name="app">The app that asks.</param>
    /// <param name="ownApp">Whether it is the person's own.</param>
    /// <param name="linkTo">Who connects their account; null when somebody signs in.</param>
    /// <param name="likes">Whether they are asked to let likes be written too.</param>
    /// <param name="returnUrl">Where to go afterwards.</param>
    public static AuthenticationProperties Begin(SpotifyApp app, bool ownApp, Guid? linkTo, bool likes, string returnUrl)
    {
        var properties = new AuthenticationProperties { RedirectUri = returnUrl };
        properties.SetParameter(ClientIdKey, app.ClientId);
        if (ownApp) properties.Items[OwnAppKey] = "true";
        if (linkTo is { } userId) properties.Items[LinkKey] = userId.ToString();
        if (likes)
        {
            properties.Items[LikesKey] = "true";
            properties.SetParameter<ICollection<string>>(OAuthChallengeProperties.ScopeKey, [.. SpotifyScopes.Needed, SpotifyScopes.WriteLikes]);
        }

        return properties;
    }

    /// <summary>Who connects their account; null when somebody signs in.</summary>
    public static Guid? LinkOf(AuthenticationProperties? properties) =>
        properties is not null && properties.Items.TryGetValue(LinkKey, out var text) && Guid.TryParse(text, out var userId) ? userId : null;

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var address = new Uri(base.BuildChallengeUrl(properties, redirectUri));
        var query = QueryHelpers.ParseQuery(address.Query);
        query["client_id"] = properties.GetParameter<string>(ClientIdKey);
        // Who connects an account sees which one it is, and gives leave anew.
        if (LinkOf(properties) is not null) query["show_dialog"] = "true";
        return QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query);
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var app = await AppOfAsync(context.Properties);
        context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey, out var verifier);
        var tokens = await endpoint.ExchangeAsync(app, context.Code, context.RedirectUri, verifier, Context.RequestAborted);
        var profile = await api.ProfileAsync(new SpotifyPass(app.ClientId, tokens.AccessToken), Context.RequestAborted);
        Context.Features.Set(new SpotifyGrant(profile, tokens, IsOwn(context.Properties)) { WritesLikes = context.Properties.Items.ContainsKey(LikesKey) });
        return OAuthTokenResponse.Success(JsonSerializer.SerializeToDocument(new Dictionary<string, string> { ["access_token"] = tokens.AccessToken }));
    }

    /// <summary>A ticket that says nothing: who it is, <see cref="SpotifyEvents"/> finds out.</summary>
    protected override Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens) =>
        Task.FromResult(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, base.Scheme.Name));

    private async Task<SpotifyApp> AppOfAsync(AuthenticationProperties properties)
    {
        var app = IsOwn(properties) && LinkOf(properties) is { } userId ? await apps.FindOwnAsync(userId, Context.RequestAborted) : apps.Server;
        return app ?? throw new SpotifyException(SpotifyProblem.AppRefused, SpotifyErrors.AppRefused);
    }

    private static bool IsOwn(AuthenticationProperties properties) => properties.Items.ContainsKey(OwnAppKey);
}
