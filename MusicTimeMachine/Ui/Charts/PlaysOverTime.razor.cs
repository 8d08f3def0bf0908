using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>
/// Plays by day, week, month or year as columns, the period before as a line. Columns, axis and words are HTML, so that
/// they are crisp at every width without asking the browser for its size; only the line is an SVG that stretches.
/// </summary>
public sealed partial class PlaysOverTime
{
    private int _top;
    private string _before = "";
    private IReadOnlyList<(int Index, string Label)> _labels = [];
    private IReadOnlyList<IReadOnlyList<string>> _rows = [];

    /// <summary>The columns in order of time, without holes; at most some 400.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<PlaysPoint> Points { get; set; } = [];

    /// <summary>What one column stands for.</summary>
    [Parameter, EditorRequired]
    public ChartUnit Unit { get; set; }

    /// <summary>What the columns are called in the legend.</summary>
    [Parameter]
    public string NowLabel { get; set; } = "This period";

    /// <summary>What the line is called in the legend.</summary>
    [Parameter]
    public string BeforeLabel { get; set; } = "The period before";

    private string Summary { get; set; } = "";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _top = ChartScale.Top(Points.Count == 0 ? 0 : Points.Max(point => Math.Max(point.Plays, point.Before ?? 0)));
        var compared = Points.Any(point => point.Before is not null);
        _before = compared ? string.Join(' ', Points.Select((point, i) => point.Before is { } plays ? $"{Number(i + 0.5)},{Number(100 - (100.0 * plays / _top))}" : null).Where(part => part is not null)) : "";
        _labels = ChartLabels.Of(Points, Unit);
        _rows = [.. Points.Select(point => (IReadOnlyList<string>)(compared
            ? [NameOf(point), Format.Count(point.Plays), point.Before is { } before ? Format.Count(before) : ""]
            : [NameOf(point), Format.Count(point.Plays)]))];
        Summary = Describe();
    }

    private string Describe()
    {
        if (Points.Count == 0)
            return "No plays.";
        var most = Points.MaxBy(point => point.Plays)!;
        return $"Plays by {Unit.ToString().ToLowerInvariant()}, {Format.Count(Points.Sum(point => (long)point.Plays))} in all; most in {NameOf(most)}: {Format.Count(most.Plays)}.";
    }

    private string NameOf(PlaysPoint point) => Unit switch
    {
        ChartUnit.Day => Format.DayWithWeekday(point.Start),
        ChartUnit.Week => Format.Days(point.Start, point.Start.AddDays(6)),
        ChartUnit.Month => Format.Month(point.Start),
        _ => point.Start.Year.ToString(CultureInfo.InvariantCulture),
    };

    private string Share(int plays) => Number(100.0 * plays / _top) + "%";

    private string Position(int index) => Number(100.0 * (index + 0.5) / Points.Count) + "%";

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
