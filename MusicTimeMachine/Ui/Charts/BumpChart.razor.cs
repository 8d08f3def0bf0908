using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>
/// Ranks over dates, the first place at the top, with the names where the lines end. A line stops where there is no rank, and
/// where dates are missing. Whatever is pointed at or has the focus, line or name, stands out, and so does the other of the two.
/// </summary>
public sealed partial class BumpChart
{
    /// <summary>The least distance between two names, in per cent of the height.</summary>
    private const double NameHeight = 6.6;

    /// <summary>As many lines as the theme has colours to tell them apart; further ones are dashed.</summary>
    private const int Colours = 8;

    private BumpScale? _scale;
    private IReadOnlyList<string> _paths = [];
    private double[] _places = [];
    private IReadOnlyList<(DateOnly Day, string Word)> _labels = [];
    private IReadOnlyList<string> _addresses = [];
    private IReadOnlyList<IReadOnlyList<string>> _rows = [];

    /// <summary>The dates in order, some 120 at most.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DateOnly> Dates { get; set; } = [];

    /// <summary>The lines, ten at most, in the order of their names.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<BumpLine> Lines { get; set; } = [];

    /// <summary>Whether something is missing before each date, so that lines are not drawn through.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<bool> Breaks { get; set; } = [];

    /// <summary>The address of a date.</summary>
    [Parameter, EditorRequired]
    public Func<DateOnly, string> Address { get; set; } = _ => "";

    private string Summary => $"Ranks, {Format.Days(Dates[0], Dates[^1])}. {string.Join(' ', Lines.Take(3).Select(line => $"{Full(line)} at best {Format.Count(line.Ranks.Min() ?? 0)}."))}";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Dates.Count == 0) return;
        _scale = new BumpScale(Dates, Lines);
        _paths = [.. Lines.Select(Path)];
        _places = BumpScale.Apart([.. Lines.Select(line => _scale.Height(line.Ranks.Last(rank => rank is not null) ?? 1))], NameHeight);
        _labels = BumpLabels.Of(Dates[0], Dates[^1]);
        _addresses = [.. Dates.Reverse().Select(Address)];
        _rows = [.. Enumerable.Range(0, Dates.Count).Reverse().Select(i => (IReadOnlyList<string>)[Format.Day(Dates[i]), .. Lines.Select(line => line.Ranks[i] is { } rank ? Format.Count(rank) : "–")])];
    }

    private string Path(BumpLine line)
    {
        var path = new StringBuilder();
        for (var i = 0; i < Dates.Count; i++)
        {
            if (line.Ranks[i] is not { } rank) continue;
            var (x, y) = (_scale!.Across(i), _scale.Height(rank));
            if (i > 0 && line.Ranks[i - 1] is not null && !Breaks[i]) path.Append(CultureInfo.InvariantCulture, $"L{x:0.##} {y:0.#}");
            else path.Append(CultureInfo.InvariantCulture, $"M{x:0.##} {y:0.#}h0"); // A dot, should nothing follow.
        }

        return path.ToString();
    }

    /// <summary>From the middle to the date before to the middle to the next.</summary>
    private string Slot(int index)
    {
        var here = _scale!.Across(index);
        var left = index == 0 ? 0 : (_scale.Across(index - 1) + here) / 2;
        var right = index == Dates.Count - 1 ? 100 : (here + _scale.Across(index + 1)) / 2;
        return $"left:{Percent(left)};width:{Percent(right - left)}";
    }

    private static string Colour(int index) => $"series{(index % Colours) + 1}{(index < Colours ? "" : " dashed")}";

    private static string Full(BumpLine line) => line.By is null ? line.Name : $"{line.Name} · {line.By}";

    private static string Percent(double number) => number.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
