using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MusicTimeMachine.Ui.Layout;

/// <summary>The shell of every page for people who signed in: sidebar, top bar, body, and a bar at the bottom of a phone.</summary>
public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>The page's own address with the fragment: with a base element, a bare fragment would lead to the root.</summary>
    private string SkipTarget => $"{new Uri(Navigation.Uri).PathAndQuery}#content";

    /// <summary>A new page is a new start, also after a failure.</summary>
    protected override void OnParametersSet() => _boundary?.Recover();

    private void Recover() => _boundary?.Recover();
}
