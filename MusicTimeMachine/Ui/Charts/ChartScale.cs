namespace MusicTimeMachine.Ui.Charts;

/// <summary>Where values come to lie on an axis and in the steps of colour.</summary>
internal static class ChartScale
{
    private static readonly double[] Shares = [0.3, 0.55, 0.75, 0.9];

    /// <summary>The smallest of 1, 2, 2.5, 4, 5 times a power of ten that is not below <paramref name="max"/>, and at least 4.</summary>
    public static int Top(int max)
    {
        if (max <= 4)
            return 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(max)));
        foreach (var step in (ReadOnlySpan<double>)[1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10])
        {
            var top = step * power;
            if (top >= max && top % 2 == 0)
                return (int)top;
        }

        return (int)(10 * power);
    }

    /// <summary>The smallest round number that is not below <paramref name="max"/>: for axes of averages and indices.</summary>
    /// <param name="max">Not negative.</param>
    public static double Round(double max)
    {
        if (max <= 0) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(max)));
        foreach (var step in (ReadOnlySpan<double>)[1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8])
        {
            if (step * power >= max) return step * power;
        }

        return 10 * power;
    }

    /// <summary>A round lower and upper end of an axis that holds two values, with a round middle.</summary>
    public static (double Bottom, double Top) Around(double least, double most)
    {
        for (var step = Round(Math.Max((most - least) / 2, Math.Max(Math.Abs(most), 1) / 1000)); ; step = Round(step * 1.01))
        {
            var bottom = Math.Floor(least / step) * step;
            if (bottom + (2 * step) >= most) return (bottom, bottom + (2 * step));
        }
    }

    /// <summary>
    /// The four bounds between the five colours of a heat map. They go by rank, not by size, so that one day with 400 plays
    /// does not wash out the rest; the loudest colour is kept for the top tenth.
    /// </summary>
    public static int[] Bounds(IEnumerable<int> values)
    {
        int[] sorted = [.. values.Where(value => value > 0).Order()];
        return sorted.Length == 0 ? [1, 2, 3, 4] : [.. Shares.Select(share => sorted[(int)Math.Ceiling(sorted.Length * share) - 1])];
    }

    /// <summary>0 for nothing, 1 to 5 for the colours.</summary>
    public static int Level(int value, int[] bounds) =>
        value <= 0 ? 0 : 1 + bounds.Count(bound => value > bound);
}
