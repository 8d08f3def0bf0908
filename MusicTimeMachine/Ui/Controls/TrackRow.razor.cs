using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Controls;

/// <summary>A track in a list without ranks: cover, title, artist and album, and something at the end. 60 CSS pixels high.</summary>
public sealed partial class TrackRow
{
    /// <summary>The track's title.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Its artist, as displayed.</summary>
    [Parameter, EditorRequired]
    public string Artist { get; set; } = "";

    /// <summary>Its album, when known.</summary>
    [Parameter]
    public string? Album { get; set; }

    /// <summary>The address of a real picture; null to draw one.</summary>
    [Parameter]
    public string? Image { get; set; }

    /// <summary>Its page; null for none.</summary>
    [Parameter]
    public string? Href { get; set; }

    /// <summary>Divides title, artist and album into what stands out and what does not; null when nothing does.</summary>
    [Parameter]
    public Func<string, IReadOnlyList<TextRun>>? Mark { get; set; }

    /// <summary>A few characters at the end, such as a time.</summary>
    [Parameter]
    public string? Aside { get; set; }

    /// <summary>Anything else at the end, such as a button.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
