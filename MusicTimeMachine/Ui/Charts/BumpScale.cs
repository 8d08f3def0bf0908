namespace MusicTimeMachine.Ui.Charts;

/// <summary>
/// Where ranks and dates come to lie in a <see cref="BumpChart"/>, in per cent. The first ten ranks have most of the height,
/// evenly, so that their names fit beside them; what lies below shares the rest.
/// </summary>
internal sealed class BumpScale
{
    private const int Roomy = 10;
    private const double RoomyHeight = 66;

    private readonly IReadOnlyList<DateOnly> _dates;
    private readonly int _worst;

    public BumpScale(IReadOnlyList<DateOnly> dates, IEnumerable<BumpLine> lines)
    {
        _dates = dates;
        var worst = lines.SelectMany(line => line.Ranks).Max() ?? 1;
        _worst = Math.Max(Roomy, (worst + 9) / 10 * 10);
    }

    /// <summary>The ranks that the axis names.</summary>
    public IReadOnlyList<int> Ticks => [1, 5, .. Enumerable.Range(1, _worst / 10).Select(ten => ten * 10)];

    /// <summary>From the top.</summary>
    public double Height(int rank) =>
        _worst == Roomy ? 100.0 * (rank - 1) / (Roomy - 1)
        : rank <= Roomy ? RoomyHeight * (rank - 1) / (Roomy - 1)
        : RoomyHeight + ((100 - RoomyHeight) * (rank - Roomy) / (_worst - Roomy));

    /// <summary>From the left; the middle where there is one date alone.</summary>
    public double Across(int index) => Across(_dates[index]);

    /// <summary>From the left.</summary>
    public double Across(DateOnly date) =>
        _dates[0] == _dates[^1] ? 50 : 100.0 * (date.DayNumber - _dates[0].DayNumber) / (_dates[^1].DayNumber - _dates[0].DayNumber);

    /// <summary>Where words come to stand that want to stand at some heights, none nearer to the next than so many per cent.</summary>
    public static double[] Apart(IReadOnlyList<double> wanted, double distance)
    {
        var places = new double[wanted.Count];
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToArray();
        for (var n = 0; n < order.Length; n++) places[order[n]] = n == 0 ? wanted[order[n]] : Math.Max(wanted[order[n]], places[order[n - 1]] + distance);
        // What was pushed out at the bottom pushes back.
        for (var n = order.Length - 1; n >= 0; n--) places[order[n]] = Math.Min(places[order[n]], n == order.Length - 1 ? 100 : places[order[n + 1]] - distance);
        return places;
    }
}
