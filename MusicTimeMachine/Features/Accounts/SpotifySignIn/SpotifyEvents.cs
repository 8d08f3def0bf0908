using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Accounts.SpotifySignIn;

/// <summary>What becomes of who comes back from Spotify: a session of the same kind as after a password, a connected account, or a sentence.</summary>
internal sealed class SpotifyEvents(SpotifyArrival arrival, SpotifyAccounts accounts, Sessions sessions) : OAuthEvents
{
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var (http, grant) = (context.HttpContext, context.HttpContext.Features.Get<SpotifyGrant>()!);
        var outcome = SpotifyHandler.LinkOf(context.Properties) is { } userId
            ? await ConnectAsync(http, userId, grant)
            : await SignInAsync(http, grant);
        var path = outcome is null ? AccountPaths.Local(context.ReturnUri) : await PageAsync(http, outcome.Value);
        context.HandleResponse();
        http.Response.Redirect(path);
    }

    public override async Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(await PageAsync(context.HttpContext, SpotifyOutcome.Denied));
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        SpotifyOutcome? outcome = context.Failure switch
        {
            SpotifyException refused => SpotifyOutcomes.Of(refused),
            AuthenticationFailureException failure when failure.Data.Contains("error") => SpotifyOutcome.Unavailable,
            AuthenticationFailureException => SpotifyOutcome.Lost,
            _ => null,
        };
        if (outcome is null) return; // An outage of the database, say: the page of errors says so.
        context.HandleResponse();
        context.Response.Redirect(await PageAsync(context.HttpContext, outcome.Value));
    }

    private async Task<SpotifyOutcome?> SignInAsync(HttpContext http, SpotifyGrant grant)
    {
        var (userId, refusal) = await arrival.ArriveAsync(grant, http.RequestAborted);
        if (userId is null) return refusal;
        await RecogniseAsync(http);
        return await sessions.SignInAsync(http, userId.Value, http.RequestAborted) ? null : SpotifyOutcome.Disabled;
    }

    private async Task<SpotifyOutcome?> ConnectAsync(HttpContext http, Guid userId, SpotifyGrant grant)
    {
        // Only for whom it began, in the browser in which it began.
        if (!await RecogniseAsync(http) || http.User.UserId() != userId) return SpotifyOutcome.Lost;
        if (!grant.IsComplete) return SpotifyOutcome.Incomplete;
        return await accounts.ConnectAsync(userId, grant, http.RequestAborted) ? SpotifyOutcome.Connected : SpotifyOutcome.Taken;
    }

    /// <summary>Where the outcome is told: to who is signed in on the settings page, to others where they sign in.</summary>
    private static async Task<string> PageAsync(HttpContext http, SpotifyOutcome outcome) =>
        await RecogniseAsync(http) && !http.User.IsDemo() ? SpotifyOutcomes.On(AccountPaths.Settings, outcome) + "#spotify" : SpotifyOutcomes.On(AccountPaths.SignIn, outcome);

    /// <summary>Reads the session's cookie: the way back is handled before that is done for pages.</summary>
    private static async Task<bool> RecogniseAsync(HttpContext http)
    {
        if (http.User.Identity is { IsAuthenticated: true }) return true;
        if (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme) is not { Succeeded: true, Principal: { } person }) return false;
        http.User = person;
        return true;
    }
}
