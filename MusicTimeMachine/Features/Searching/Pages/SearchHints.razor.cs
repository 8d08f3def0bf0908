using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Searching.Pages;

/// <summary>Says which filters were not understood, and how they are written.</summary>
public sealed partial class SearchHints
{
    /// <summary>The sentences; none draws nothing.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Hints { get; set; } = [];
}
