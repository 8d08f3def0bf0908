using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>Who may do what: the names of the policies for <c>[Authorize]</c> and <c>RequireAuthorization</c>.</summary>
public static class Policies
{
    /// <summary>Administrators.</summary>
    public const string Admin = "Admin";

    /// <summary>
    /// Everybody with a library of their own, so not who looks around in the demo: for whatever changes something that
    /// would stay, such as settings, imports and tokens.
    /// </summary>
    public const string OwnLibrary = "OwnLibrary";

    /// <summary>Programs that show a token; a cookie does not help here, so that no other site can make use of it.</summary>
    public const string Token = "Token";

    internal const string AdminRole = "admin";
    internal const string MemberRole = "member";
    internal const string DemoClaim = "demo";

    internal static void Add(AuthorizationOptions options)
    {
        var signedIn = new AuthorizationPolicyBuilder(CookieAuthenticationDefaults.AuthenticationScheme).RequireAuthenticatedUser().Build();
        options.DefaultPolicy = signedIn;
        options.FallbackPolicy = signedIn; // What says nothing is closed.
        options.AddPolicy(Admin, policy => policy.Combine(signedIn).RequireRole(AdminRole));
        options.AddPolicy(OwnLibrary, policy => policy.Combine(signedIn).RequireAssertion(context => !context.User.IsDemo()));
        options.AddPolicy(Token, policy => policy.AddAuthenticationSchemes(ApiTokenHandler.Scheme).RequireAuthenticatedUser());
    }

    /// <summary>The id of the signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Guid UserId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether this is somebody who looks around in the demo library.</summary>
    public static bool IsDemo(this ClaimsPrincipal user) => user.HasClaim(DemoClaim, "true");
}
