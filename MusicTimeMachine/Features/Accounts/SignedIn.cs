using System.Security.Claims;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>What the server knows of a signed-in person without asking again: the content of the cookie.</summary>
/// <param name="SessionId">The session of the browser; null for a program that shows a token.</param>
/// <param name="UserId">Who it is.</param>
/// <param name="Name">The name to sign in with.</param>
/// <param name="DisplayName">The name that is shown.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Demo">Whether somebody looks around in the demo library.</param>
internal sealed record SignedIn(Guid? SessionId, Guid UserId, string Name, string DisplayName, UserRole Role, bool Demo)
{
    private const string SessionClaim = "session";

    /// <summary>The person as ASP.NET sees them.</summary>
    /// <param name="scheme">How they proved it.</param>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(Claims, scheme, ClaimTypes.Name, ClaimTypes.Role));

    /// <summary>Whether the principal says of the person what is true today.</summary>
    public bool Describes(ClaimsPrincipal principal) => Claims.TrueForAll(claim => principal.FindFirstValue(claim.Type) == claim.Value);

    /// <summary>The session that a principal belongs to; null when it has none.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(SessionClaim), out var id) ? id : null;

    private List<Claim> Claims =>
    [
        new(ClaimTypes.NameIdentifier, UserId.ToString()),
        new(ClaimTypes.Name, Name),
        new(ClaimTypes.GivenName, DisplayName),
        new(ClaimTypes.Role, Role == UserRole.Admin ? Policies.AdminRole : Policies.MemberRole),
        new(Policies.DemoClaim, Demo ? "true" : "false"),
        .. SessionId is { } id ? [new Claim(SessionClaim, id.ToString())] : Array.Empty<Claim>(),
    ];
}
