using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Charts;
using MusicTimeMachine.Ui.Controls;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Home.Pages;

/// <summary>A period in numbers, with its best covers and its hours as a record.</summary>
public sealed partial class HomeNumbers
{
    private IReadOnlyList<HourCount> _hours = [];

    /// <summary>The page's data.</summary>
    [Parameter, EditorRequired]
    public HomeData Data { get; set; } = default!;

    /// <summary>The period.</summary>
    [Parameter, EditorRequired]
    public Period Period { get; set; } = default!;

    /// <summary>No period before is better than an empty one: everything would be new.</summary>
    private Summary? Before => Data.Summary.Before is { Plays: > 0 } before ? before : null;

    private string Than => Period.Before is { } before ? $"in {(before.Key == Period.Custom ? Format.Days(before.From, before.Last) : before.Label)}" : "";

    private string Hours => Data.Summary.MsPlayed >= 3_600_000
        ? Format.Count(Data.Summary.MsPlayed / 3_600_000, "hour") + " "
        : Format.Count(Data.Summary.MsPlayed / 60_000, "minute") + " ";

    private string PerDay => $"{Format.Count((long)Math.Round(Data.Summary.Plays / (double)Period.Days))} a day";

    private string Lead => Data.Artists.Items is [var artist, ..]
        ? $"Most of all {artist.Name}, {Format.Count(artist.Plays, "play")} over {Format.Duration(artist.MsPlayed)}."
        : "";

    /// <inheritdoc />
    protected override void OnParametersSet() => _hours = [.. Data.Clock.Select(hour => new HourCount(hour.Weekday, hour.Hour, hour.Plays))];
}
