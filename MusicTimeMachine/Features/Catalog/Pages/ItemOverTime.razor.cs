using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Catalog.Ranks;
using MusicTimeMachine.Ui.Charts;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>The plays of a track, artist or album over the whole history.</summary>
public sealed partial class ItemOverTime
{
    private IReadOnlyList<PlaysPoint> _points = [];

    /// <summary>Its history.</summary>
    [Parameter, EditorRequired]
    public ItemHistory History { get; set; } = ItemHistory.Empty;

    /// <inheritdoc />
    protected override void OnParametersSet() => _points = [.. History.Series.Select(point => new PlaysPoint(point.Start, point.Plays))];
}
