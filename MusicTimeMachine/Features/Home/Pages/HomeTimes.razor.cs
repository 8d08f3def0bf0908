using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui.Charts;
using MusicTimeMachine.Ui.Controls;
using MusicTimeMachine.Ui.Covers;

namespace MusicTimeMachine.Features.Home.Pages;

/// <summary>When the music played: the calendar, the week, and the latest plays.</summary>
public sealed partial class HomeTimes
{
    private IReadOnlyList<DayCount> _days = [];
    private IReadOnlyList<HourCount> _hours = [];

    /// <summary>The page's data.</summary>
    [Parameter, EditorRequired]
    public HomeData Data { get; set; } = default!;

    /// <summary>The period.</summary>
    [Parameter, EditorRequired]
    public Period Period { get; set; } = default!;

    /// <summary>The present day of the person's calendar.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>The person's time zone.</summary>
    [Parameter, EditorRequired]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _days = [.. Data.Calendar.Plays.Select((plays, i) => new DayCount(Data.Calendar.From.AddDays(i), plays)).Where(day => day.Plays > 0)];
        _hours = [.. Data.Clock.Select(hour => new HourCount(hour.Weekday, hour.Hour, hour.Plays))];
    }

    // The album's cover is the one that its own artist makes, not the guests of one track.
    private static string? Image(PlayedTrack track) =>
        track.Image ?? (track.Album is null ? null : CoverAddress.Of(CoverKind.Album, track.Album, track.AlbumArtist));
}
