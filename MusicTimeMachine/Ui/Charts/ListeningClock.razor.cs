using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Ui.Charts;

/// <summary>When in the week the music plays: a square for each hour of each weekday.</summary>
public sealed partial class ListeningClock
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private int[,] _plays = new int[7, 24];
    private int[] _bounds = [];
    private IReadOnlyList<IReadOnlyList<string>> _rows = [];

    /// <summary>The hours with plays, in any order; hours that are missing have none, and repeated ones are added up.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<HourCount> Hours { get; set; } = [];

    private string Summary => $"Plays by weekday and hour. {Sentence}";

    private string Sentence { get; set; } = "";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _plays = new int[7, 24];
        foreach (var hour in Hours)
            _plays[hour.Weekday, hour.Hour] += hour.Plays;
        _bounds = ChartScale.Bounds(_plays.Cast<int>());
        _rows = [.. Enumerable.Range(0, 24).Select(hour => (IReadOnlyList<string>)[Format.Hour(hour), .. Enumerable.Range(0, 7).Select(day => Format.Count(_plays[day, hour]))])];
        Sentence = Describe();
    }

    private string Describe()
    {
        var slots = Enumerable.Range(0, 7 * 24).Select(slot => (Day: slot / 24, Hour: slot % 24, Plays: _plays[slot / 24, slot % 24]));
        var loudest = slots.MaxBy(slot => slot.Plays);
        return loudest.Plays == 0
            ? "Nothing was played."
            : $"Most on {Weekdays[loudest.Day]}s from {Format.Hour(loudest.Hour)} to {Format.Hour(loudest.Hour + 1)}.";
    }

    private static string Tooltip(int day, int hour, int plays) =>
        $"{Weekdays[day]} {Format.Hour(hour)}–{Format.Hour(hour + 1)}: {Format.Count(plays, "play")}";
}
