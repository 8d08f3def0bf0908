using System.Globalization;
using System.Text;

namespace MusicTimeMachine.Ui.Covers;

/// <summary>What a style draws on: 240 by 240 units, with the cover's colours and its dice. It only ever writes numbers and its own colours.</summary>
internal sealed class CoverCanvas(CoverPalette palette, CoverRandom dice)
{
    /// <summary>The edge.</summary>
    public const int Edge = 240;

    private readonly StringBuilder _svg = new(2048);

    public CoverPalette Colours { get; } = palette;

    public CoverRandom Dice { get; } = dice;

    /// <summary>The colours that stand on the ground, from the quietest to the loudest.</summary>
    public IReadOnlyList<string> Inks { get; } = [palette.Quiet, palette.Middle, palette.Bright, palette.Loud];

    public void Ground(string fill) => Raw($"<path fill=\"{fill}\" d=\"M0 0h240v240H0z\"/>");

    public void Circle(double x, double y, double r, string fill) =>
        Raw($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(r)}\" fill=\"{fill}\"/>");

    public void Ring(double x, double y, double r, string stroke, double width, double opacity = 1) =>
        Raw($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(r)}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{N(width)}\"{Opacity(opacity)}/>");

    public void Path(string data, string fill, double opacity = 1) => Raw($"<path fill=\"{fill}\"{Opacity(opacity)} d=\"{data}\"/>");

    public void Stroke(string data, string stroke, double width) =>
        Raw($"<path fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{N(width)}\" d=\"{data}\"/>");

    /// <summary>A gradient from top to bottom over what is filled with it; <paramref name="id"/> is used as <c>url(#id)</c>.</summary>
    public void Fade(string id, params ReadOnlySpan<string> stops)
    {
        Raw($"<linearGradient id=\"{id}\" x2=\"0\" y2=\"1\">");
        for (var i = 0; i < stops.Length; i++)
            Raw($"<stop offset=\"{Share(i / (double)(stops.Length - 1))}\" stop-color=\"{stops[i]}\"/>");
        Raw("</linearGradient>");
    }

    /// <summary>A spot of colour that fades away.</summary>
    public void Glow(string id, double x, double y, double r, string colour)
    {
        Raw($"<radialGradient id=\"{id}\"><stop stop-color=\"{colour}\"/><stop offset=\"1\" stop-color=\"{colour}\" stop-opacity=\"0\"/></radialGradient>");
        Circle(x, y, r, $"url(#{id})");
    }

    /// <summary>The paper's grain over everything.</summary>
    public void Grain() =>
        Raw("<filter id=\"n\"><feTurbulence type=\"fractalNoise\" baseFrequency=\".8\" numOctaves=\"2\"/><feColorMatrix values=\"0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 .7 -.28\"/></filter><path filter=\"url(#n)\" opacity=\".35\" d=\"M0 0h240v240H0z\"/>");

    public void Open(string attributes) => Raw($"<g {attributes}>");

    public void Close() => Raw("</g>");

    public void Raw(string text) => _svg.Append(text);

    /// <summary>A number with at most one decimal.</summary>
    public static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    public override string ToString() =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Edge} {Edge}\" width=\"480\" height=\"480\">{_svg}</svg>";

    private static string Opacity(double opacity) => opacity >= 1 ? "" : $" opacity=\"{Share(opacity)}\"";

    private static string Share(double share) => share.ToString("0.##", CultureInfo.InvariantCulture);
}
