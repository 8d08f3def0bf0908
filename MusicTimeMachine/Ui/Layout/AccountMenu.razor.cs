using System.Globalization;
using System.Security.Claims;

namespace MusicTimeMachine.Ui.Layout;

/// <summary>Who is signed in, the theme, and the way out. A native popover: Escape and a click outside close it, without a script.</summary>
public sealed partial class AccountMenu
{
    private static string NameOf(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.GivenName) ?? user.Identity?.Name ?? "you";

    private static string InitialOf(ClaimsPrincipal user) =>
        StringInfo.GetNextTextElement(NameOf(user).Trim()).ToUpperInvariant();
}
