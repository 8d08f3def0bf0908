using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>Shares in several directions from a centre, joined to a shape, with a second shape to compare it with.</summary>
public sealed partial class SpiderChart
{
    private const double CentreX = 240;
    private const double CentreY = 160;
    private const double Radius = 118;

    private IReadOnlyList<IReadOnlyList<string>> _rows = [];

    /// <summary>The directions, from the top clockwise; three or more.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SpiderAxis> Axes { get; set; } = [];

    /// <summary>What the shape is called.</summary>
    [Parameter, EditorRequired]
    public string ValueLabel { get; set; } = "";

    /// <summary>What it is compared with.</summary>
    [Parameter, EditorRequired]
    public string OtherLabel { get; set; } = "";

    private string Summary =>
        $"{ValueLabel}: {string.Join(", ", Axes.Select(axis => $"{axis.Label.ToLowerInvariant()} {Written(axis.Value)}"))}. Compared with: {OtherLabel.ToLowerInvariant()}.";

    /// <inheritdoc />
    protected override void OnParametersSet() =>
        _rows = [.. Axes.Select(axis => (IReadOnlyList<string>)[axis.Label, Written(axis.Value), Written(axis.Other)])];

    private (double X, double Y) At(int axis, double share)
    {
        var angle = (2 * Math.PI * axis / Axes.Count) - (Math.PI / 2);
        return (CentreX + (Radius * share * Math.Cos(angle)), CentreY + (Radius * share * Math.Sin(angle)));
    }

    private string Ring(double share) => Points(_ => share);

    private string Shape(Func<SpiderAxis, double?> of) => Points(axis => of(Axes[axis]) ?? 0);

    private string Points(Func<int, double> shareOf) =>
        string.Join(' ', Enumerable.Range(0, Axes.Count).Select(axis => At(axis, Math.Clamp(shareOf(axis), 0, 1))).Select(point => $"{Number(point.X)},{Number(point.Y)}"));

    private string Tooltip(SpiderAxis axis) =>
        $"{axis.Label}: {Written(axis.Value)}" + (axis.Other is null ? "" : $", {OtherLabel.ToLowerInvariant()} {Written(axis.Other)}");

    private static string Anchor(double x) => (x - CentreX) switch
    {
        > 8 => "start",
        < -8 => "end",
        _ => "middle",
    };

    private static string Written(double? share) => share is { } known ? Format.Percent(known) : "unknown";

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
