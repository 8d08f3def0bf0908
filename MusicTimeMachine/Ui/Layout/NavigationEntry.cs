using System.Security.Claims;

namespace MusicTimeMachine.Ui.Layout;

/// <summary>A page that the navigation leads to.</summary>
/// <param name="Group">The heading that it stands under; the first group has none.</param>
/// <param name="Label">What the page is called.</param>
/// <param name="Href">Its address, from the root.</param>
/// <param name="Icon">The name of its picture in <see cref="Controls.IconPaths"/>.</param>
public sealed record NavigationEntry(string Group, string Label, string Href, string Icon)
{
    /// <summary>Who sees it; everybody unless told.</summary>
    public Func<ClaimsPrincipal, bool> IsFor { get; init; } = _ => true;

    /// <summary>Whether it has a place of its own in the bar at the bottom of a phone; the others stand under "More".</summary>
    public bool OnPhone { get; init; }
}
