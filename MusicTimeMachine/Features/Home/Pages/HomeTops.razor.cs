using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Charts;

namespace MusicTimeMachine.Features.Home.Pages;

/// <summary>Plays over time, and what was played most.</summary>
public sealed partial class HomeTops
{
    private IReadOnlyList<PlaysPoint> _points = [];

    /// <summary>The page's data.</summary>
    [Parameter, EditorRequired]
    public HomeData Data { get; set; } = default!;

    /// <summary>Whether there is a period before.</summary>
    [Parameter]
    public bool Compared { get; set; }

    private ChartUnit Unit => Data.Unit switch
    {
        ActivityUnit.Day => ChartUnit.Day,
        ActivityUnit.Week => ChartUnit.Week,
        ActivityUnit.Month => ChartUnit.Month,
        _ => ChartUnit.Year,
    };

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var heardBefore = Data.Summary.Before is { Plays: > 0 };
        _points = [.. Data.Series.Select(point => new PlaysPoint(point.Start, point.Plays, heardBefore ? point.PlaysBefore : null))];
    }
}
