using System.Security.Claims;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>What the server knows of a signed-in person without asking again: the content of the cookie.</summary>
internal sealed record Session(Guid UserId, string Name, string DisplayName, UserRole Role, bool Demo, string SecurityStamp)
{
    private const string StampClaim = "stamp";

    /// <summary>The person as ASP.NET sees them.</summary>
    /// <param name="scheme">How they proved it.</param>
    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(Claims, scheme, ClaimTypes.Name, ClaimTypes.Role));

    /// <summary>Whether the principal is of this very session: the same person, and no change of password since.</summary>
    public bool Continues(ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) == UserId.ToString() && principal.FindFirstValue(StampClaim) == SecurityStamp;

    /// <summary>Whether the principal says of the person what is true today.</summary>
    public bool Describes(ClaimsPrincipal principal) => Claims.TrueForAll(claim => principal.FindFirstValue(claim.Type) == claim.Value);

    private List<Claim> Claims =>
    [
        new(ClaimTypes.NameIdentifier, UserId.ToString()),
        new(ClaimTypes.Name, Name),
        new(ClaimTypes.GivenName, DisplayName),
        new(ClaimTypes.Role, Role == UserRole.Admin ? Policies.AdminRole : Policies.MemberRole),
        new(Policies.DemoClaim, Demo ? "true" : "false"),
        new(StampClaim, SecurityStamp),
    ];
}
