using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>Signs a program in by <c>Authorization: Bearer mtm_…</c>, for that one request.</summary>
internal sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiTokens tokens, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "Bearer";

    /// <summary>The token that a request brings, however the header is written; null when it brings none.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request) is not { } token) return AuthenticateResult.NoResult();
        var person = await tokens.VerifyAsync(token, Context.RequestAborted) is { } userId
            ? await sessions.ReadProgramAsync(userId, Context.RequestAborted)
            : null;
        return person is null
            ? AuthenticateResult.Fail("The token does not exist, was revoked, or its account is disabled.")
            : AuthenticateResult.Success(new AuthenticationTicket(person.ToPrincipal(Scheme), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer");
        return Results.Problem(
            statusCode: StatusCodes.Status401Unauthorized,
            title: "A token is needed.",
            detail: "Make a token on the settings page or with the verb \"token create\", and send it as \"Authorization: Bearer mtm_…\". The one that came, if any, does not exist, was revoked, or its account is disabled.").ExecuteAsync(Context);
    }
}
