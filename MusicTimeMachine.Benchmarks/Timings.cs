using System.Diagnostics;
using System.Globalization;

namespace MusicTimeMachine.Benchmarks;

/// <summary>Times of things that were done many times, as a Markdown table.</summary>
internal sealed class Timings
{
    private readonly List<(string Name, List<double> Ms)> _rows = [];

    /// <summary>Does it and notes how long it took.</summary>
    public async Task<T> MeasureAsync<T>(string name, Func<Task<T>> doAsync)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await doAsync();
        var ms = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (!_rows.Exists(row => row.Name == name)) _rows.Add((name, []));
        _rows.Find(row => row.Name == name).Ms.Add(ms);
        return result;
    }

    /// <summary>The table, in milliseconds.</summary>
    public override string ToString() => string.Join(
        '\n',
        _rows.Select(row => Line(row.Name, [.. row.Ms.Order()])).Prepend("|---|---:|---:|---:|---:|---:|").Prepend("| ms | runs | min | median | p95 | max |"));

    private static string Line(string name, double[] ms) => string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {ms.Length} | {ms[0]:0.0} | {At(ms, 0.5):0.0} | {At(ms, 0.95):0.0} | {ms[^1]:0.0} |");

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(sorted.Length * share) - 1];
}
