using Microsoft.AspNetCore.Authentication.OAuth;
using MusicTimeMachine.Spotify;

namespace MusicTimeMachine.Features.Accounts.SpotifySignIn;

/// <summary>The sign-in's options. The app is not among them: which one asks is decided anew for each person.</summary>
internal sealed class SpotifyOptions : OAuthOptions
{
    /// <summary>Fills in what the settings say.</summary>
    public static void Configure(SpotifyOptions options, SpotifySettings settings)
    {
        options.AuthorizationEndpoint = new Uri(settings.Accounts, "authorize").AbsoluteUri;
        options.TokenEndpoint = new Uri(settings.Accounts, "api/token").AbsoluteUri;
        options.CallbackPath = AccountPaths.SpotifyCallback;
        options.UsePkce = true;
        foreach (var scope in SpotifyScopes.Needed) options.Scope.Add(scope);
        options.CorrelationCookie.Name = "music-time-machine.spotify.";
        // Spotify comes back by a plain link, with which browsers send such cookies; over HTTP on 127.0.0.1 too.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.EventsType = typeof(SpotifyEvents);
    }

    /// <summary>Without the check for a client id and a secret.</summary>
    public override void Validate() { }
}
