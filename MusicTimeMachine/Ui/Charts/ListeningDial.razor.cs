using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>The hours of the day as a record: midnight at the top, the longer the ray the more was played in that hour.</summary>
public sealed partial class ListeningDial
{
    private const double Inner = 40;
    private const double Outer = 110;

    private IReadOnlyList<Slice> _slices = [];
    private int? _loudest;

    /// <summary>The hours with plays, in any order; weekdays are added up.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<HourCount> Hours { get; set; } = [];

    private string Summary { get; set; } = "";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var plays = new int[24];
        foreach (var hour in Hours)
            plays[hour.Hour] += hour.Plays;
        var most = plays.Max();
        _loudest = most == 0 ? null : Array.IndexOf(plays, most);
        _slices = [.. plays.Select((count, hour) => Draw(hour, count, most))];
        Summary = _loudest is { } loudest
            ? $"Plays by hour of the day: most from {Format.Hour(loudest)} to {Format.Hour(loudest + 1)}, {Format.Count(most, "play")}."
            : "Plays by hour of the day: none.";
    }

    private static Slice Draw(int hour, int plays, int most)
    {
        var share = most == 0 ? 0 : (double)plays / most;
        var reach = Inner + 3 + ((Outer - Inner - 3) * share);
        var (from, to) = (Angle(hour + 0.06), Angle(hour + 0.94));
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"M{Point(Inner, from)}L{Point(reach, from)}A{reach:0.#} {reach:0.#} 0 0 1 {Point(reach, to)}L{Point(Inner, to)}A{Inner:0} {Inner:0} 0 0 0 {Point(Inner, from)}z");
        var level = plays == 0 ? 0 : 1 + Math.Min(4, (int)(share * 5));
        return new Slice(path, level, $"{Format.Hour(hour)}–{Format.Hour(hour + 1)}: {Format.Count(plays, "play")}");
    }

    private static double Angle(double hour) => (Math.Tau * hour / 24) - (Math.PI / 2);

    private static string Point(double radius, double angle) =>
        string.Create(CultureInfo.InvariantCulture, $"{140 + (radius * Math.Cos(angle)):0.#} {140 + (radius * Math.Sin(angle)):0.#}");

    private sealed record Slice(string Path, int Level, string Title);
}
