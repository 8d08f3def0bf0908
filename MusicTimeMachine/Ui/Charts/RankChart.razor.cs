using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>
/// A rank year by year, the first place at the top. The scale is logarithmic: from the 10th to the 5th place is as far as
/// from the 1,000th to the 500th.
/// </summary>
public sealed partial class RankChart
{
    private const int MostYears = 6;
    private const int MostLabels = 8;

    private IReadOnlyList<int> _ticks = [];
    private IReadOnlyList<string> _lines = [];
    private IReadOnlyList<IReadOnlyList<string>> _rows = [];
    private HashSet<int> _labelled = [];
    private int _best;
    private int _step = 1;

    /// <summary>The years in order, without holes.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<RankPoint> Points { get; set; } = [];

    /// <summary>What it is ranked among, such as "songs".</summary>
    [Parameter, EditorRequired]
    public string Among { get; set; } = "";

    private string Summary => Points.Where(point => point.Rank is not null).MinBy(point => point.Rank) is { Rank: { } rank } best
        ? $"Rank by year; best in {best.Year}: {Format.Count(rank)} of {Format.Count(best.Among)} {Among}."
        : "No rank in any year.";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        int[] ranked = [.. Enumerable.Range(0, Points.Count).Where(i => Points[i].Rank is not null)];
        var worst = ranked.Select(i => Points[i].Rank!.Value).DefaultIfEmpty(1).Max();
        _best = ranked.Select(i => Points[i].Rank!.Value).DefaultIfEmpty(1).Min();
        var powers = Math.Max(1, (int)Math.Ceiling(Math.Log10(worst)));
        _ticks = [.. Enumerable.Range(0, powers + 1).Select(power => (int)Math.Pow(10, power))];
        _step = Math.Max(1, (int)Math.Ceiling(Points.Count / (double)MostYears));
        _labelled = ranked.Length <= MostLabels ? [.. ranked] : [ranked[0], ranked[^1], Array.Find(ranked, i => Points[i].Rank == _best)];
        _lines = [.. Runs(ranked).Select(run => string.Join(' ', run.Select(i => $"{Number(Middle(i))},{Number(Height(Points[i].Rank!.Value))}")))];
        _rows = [.. Points.Select(point => (IReadOnlyList<string>)
            [$"{point.Year}", point.Rank is { } rank ? Format.Count(rank) : "–", point.Rank is null ? "" : Format.Count(point.Among), Format.Count(point.Plays)])];
    }

    /// <summary>Years that follow one another are joined; a year without a rank is a gap.</summary>
    private static IEnumerable<IEnumerable<int>> Runs(int[] ranked) =>
        ranked.Select((i, n) => (Index: i, Run: i - n)).GroupBy(year => year.Run, year => year.Index).Where(run => run.Count() > 1);

    /// <summary>Whether the line goes up from here: a label above would lie on it.</summary>
    private bool InValley(int index) => IsAbove(index + 1, index) && (index == 0 || Points[index - 1].Rank is null || IsAbove(index - 1, index));

    private bool IsAbove(int other, int index) => other < Points.Count && Points[other].Rank < Points[index].Rank;

    private double Middle(int index) => 100 * (index + 0.5) / Points.Count;

    private double Height(int rank) => 100 * Math.Log10(rank) / Math.Log10(_ticks[^1]);

    private string Tooltip(RankPoint point) =>
        $"{point.Year}: {Format.Count(point.Rank!.Value)} of {Format.Count(point.Among)} {Among}, {Format.Count(point.Plays, "play")}";

    private static string Percent(double number) => Number(number) + "%";

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
