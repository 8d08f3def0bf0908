using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Playlists.Pages;

/// <summary>What was added, removed and moved between two versions of a playlist.</summary>
public sealed partial class PlaylistChanges
{
    /// <summary>What differs.</summary>
    [Parameter, EditorRequired]
    public PlaylistComparison Comparison { get; set; } = default!;

    /// <summary>All versions.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<PlaylistVersionRow> Versions { get; set; } = [];

    /// <summary>Another version is to be compared with.</summary>
    [Parameter]
    public EventCallback<int> OnChoose { get; set; }

    private Task ChooseAsync(ChangeEventArgs change) =>
        int.TryParse((string?)change.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? OnChoose.InvokeAsync(number) : Task.CompletedTask;
}
