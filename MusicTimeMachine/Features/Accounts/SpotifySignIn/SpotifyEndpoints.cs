using System.Net;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Accounts.SpotifySignIn;

/// <summary>Where the way to Spotify begins. It is a form of ours, so that no other site can begin it.</summary>
internal static class SpotifyEndpoints
{
    /// <summary>The address to which Spotify returns, as it has to be registered.</summary>
    public static string RedirectAddress(Uri server) => new Uri(server, AccountPaths.SpotifyCallback.TrimStart('/')).AbsoluteUri;

    /// <summary>Whether Spotify accepts a way back to this server: by HTTPS, or by HTTP to a loopback address in figures (its rules of April 2025).</summary>
    public static bool IsAccepted(Uri server) =>
        server.Scheme == Uri.UriSchemeHttps || (IPAddress.TryParse(server.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Leads to Spotify, or back with the reason why not.</summary>
    public static async Task<IResult> BeginAsync(HttpContext http, SpotifyApps apps, SpotifyAccounts accounts, CancellationToken cancellationToken)
    {
        Guid? linkTo = http.User.Identity is { IsAuthenticated: true } && !http.User.IsDemo() ? http.User.UserId() : null;
        var page = linkTo is null ? AccountPaths.SignIn : AccountPaths.Settings;
        var server = new Uri($"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/");
        if (!IsAccepted(server)) return Results.LocalRedirect(SpotifyOutcomes.On(page, SpotifyOutcome.WrongAddress));

        SpotifyApp? own = linkTo is { } userId ? await apps.FindOwnAsync(userId, cancellationToken) : null;
        if ((own ?? apps.Server) is not { } app) return Results.LocalRedirect(SpotifyOutcomes.On(page, SpotifyOutcome.NoApp));
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var likes = linkTo is { } person && (form["likes"] == "true" || await accounts.WritesLikesAsync(person, cancellationToken));
        return Results.Challenge(SpotifyHandler.Begin(app, own is not null, linkTo, likes, AccountPaths.Local(form["returnUrl"])), [SpotifyHandler.Scheme]);
    }
}
