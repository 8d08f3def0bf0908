using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>
/// Several things over months: as lines from a common ground, or stacked as areas that add up. Each month is a link, in the
/// picture for the pointer and in the table for the keyboard.
/// </summary>
public sealed partial class MonthsChart
{
    private double _top = 1;
    private double _bottom;
    private IReadOnlyList<MonthsShape> _shapes = [];
    private IReadOnlyList<string> _tips = [];
    private IReadOnlyList<string> _addresses = [];
    private IReadOnlyList<(int Index, string Label)> _labels = [];
    private IReadOnlyList<IReadOnlyList<string>> _rows = [];

    /// <summary>The first day of each month, in order and without gaps.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DateOnly> Months { get; set; } = [];

    /// <summary>What is shown; of stacked areas the first lies at the bottom.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    /// <summary>What the chart tells, in a few words.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Whether the things add up and are drawn as areas.</summary>
    [Parameter]
    public bool Stacked { get; set; }

    /// <summary>The top of the axis; a round number above all values when not given.</summary>
    [Parameter]
    public double? Top { get; set; }

    /// <summary>Whether the axis may begin above 0, where small changes matter and there is no natural nothing. Lines only.</summary>
    [Parameter]
    public bool Near { get; set; }

    /// <summary>How a value is written.</summary>
    [Parameter, EditorRequired]
    public Func<double, string> Write { get; set; } = value => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The address of a month.</summary>
    [Parameter, EditorRequired]
    public Func<DateOnly, string> Address { get; set; } = _ => "";

    private string Summary => Months.Count == 0 ? $"{Title}: no months." : $"{Title}, {Format.Months(Months[0], Months[^1])}. {Peaks}";

    private string Peaks => string.Join(' ', Series.Take(3).Select(Peak).Where(peak => peak.Length > 0));

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        (_bottom, _top) = (0, Top ?? ChartScale.Round(Most()));
        if (Near && Series.SelectMany(series => series.Values).Min() is { } least) (_bottom, _top) = ChartScale.Around(least, Most());
        _shapes = Stacked ? MonthsShape.Areas(Series, Months.Count, _top) : MonthsShape.Lines(Series, _bottom, _top);
        _labels = ChartLabels.Of([.. Months.Select(month => new PlaysPoint(month, 0))], ChartUnit.Month);
        _addresses = [.. Months.Select(Address)];
        _tips = [.. Months.Select((month, i) => string.Join('\n', Series.Reverse().Where(series => !Stacked || series.Values[i] > 0).Select(series => $"{series.Name}: {Written(series.Values[i])}").Prepend(Format.Month(month))))];
        _rows = [.. Months.Select((month, i) => (IReadOnlyList<string>)[Format.Month(month), .. Series.Select(series => Written(series.Values[i]))])];
    }

    private double Most() => Stacked
        ? Enumerable.Range(0, Months.Count).Select(month => Series.Sum(series => series.Values[month] ?? 0)).DefaultIfEmpty().Max()
        : Series.SelectMany(series => series.Values).Max() ?? 0;

    private string Peak(ChartSeries series)
    {
        var most = series.Values.Max();
        return most is null ? "" : $"{series.Name} at most {Write(most.Value)} in {Format.Month(Months[series.Values.ToList().IndexOf(most)])}.";
    }

    private string Written(double? value) => value is { } number ? Write(number) : "–";

    private string Position(int index) => (100 * (index + 0.5) / Months.Count).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
