using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Catalog.Ranks;
using MusicTimeMachine.Ui.Charts;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>The rank of a track, artist or album in each year.</summary>
public sealed partial class ItemRanks
{
    private IReadOnlyList<RankPoint> _points = [];

    /// <summary>Its history.</summary>
    [Parameter, EditorRequired]
    public ItemHistory History { get; set; } = ItemHistory.Empty;

    /// <summary>What it is ranked among: "songs", "artists" or "albums".</summary>
    [Parameter, EditorRequired]
    public string Among { get; set; } = "";

    /// <inheritdoc />
    protected override void OnParametersSet() => _points = [.. History.Ranks.Select(year => new RankPoint(year.Year, year.Rank, year.Among, year.Plays))];
}
