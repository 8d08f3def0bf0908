using System.Globalization;
using System.Text;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>A line or an area of <see cref="MonthsChart"/>: a month is 1 wide, and the field 100 high.</summary>
/// <param name="Colour">1 to 9.</param>
/// <param name="Path">The data of an SVG path.</param>
internal sealed record MonthsShape(int Colour, string Path)
{
    /// <summary>A line for each thing, broken where a month has no value; what stands alone is a dot.</summary>
    public static IReadOnlyList<MonthsShape> Lines(IReadOnlyList<ChartSeries> all, double bottom, double top) =>
    [
        .. all.Select(series =>
        {
            var path = new StringBuilder();
            for (var i = 0; i < series.Values.Count; i++)
            {
                if (series.Values[i] is not { } value) continue;
                var goesOn = i > 0 && series.Values[i - 1] is not null;
                Append(path, goesOn ? 'L' : 'M', i + 0.5, value - bottom, top - bottom);
                if (!goesOn) path.Append("h0"); // A dot, should nothing follow.
            }

            return new MonthsShape(series.Colour, path.ToString());
        }),
    ];

    /// <summary>Areas that lie on each other. A month in which all are null or 0 is a gap.</summary>
    public static IReadOnlyList<MonthsShape> Areas(IReadOnlyList<ChartSeries> all, int months, double top)
    {
        var (below, above) = (new double[months], new double[months]);
        var filled = Enumerable.Range(0, months).Select(month => all.Any(series => series.Values[month] > 0)).ToArray();
        List<MonthsShape> shapes = [];
        foreach (var series in all)
        {
            for (var i = 0; i < months; i++) above[i] = below[i] + (series.Values[i] ?? 0);
            var path = new StringBuilder();
            for (var from = 0; from < months; from++)
            {
                if (!filled[from]) continue;
                var to = from;
                while (to + 1 < months && filled[to + 1]) to++;
                AppendArea(path, below, above, from, to, top);
                from = to;
            }

            shapes.Add(new MonthsShape(series.Colour, path.ToString()));
            above.CopyTo(below, 0);
        }

        return shapes;
    }

    /// <summary>From the left edge of the first month over the middles of all to the right edge of the last, and back.</summary>
    private static void AppendArea(StringBuilder path, double[] below, double[] above, int from, int to, double top)
    {
        Append(path, 'M', from, above[from], top);
        for (var i = from; i <= to; i++) Append(path, 'L', i + 0.5, above[i], top);
        Append(path, 'L', to + 1, above[to], top);
        Append(path, 'L', to + 1, below[to], top);
        for (var i = to; i >= from; i--) Append(path, 'L', i + 0.5, below[i], top);
        Append(path, 'L', from, below[from], top);
        path.Append('z');
    }

    private static void Append(StringBuilder path, char command, double x, double value, double top) =>
        path.Append(CultureInfo.InvariantCulture, $"{command}{x:0.#} {100 - (100 * Math.Clamp(value / top, 0, 1)):0.##}");
}
