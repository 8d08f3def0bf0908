using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Listening.Pages;

/// <summary>A line of the history: a play, or a day's heading.</summary>
public sealed partial class HistoryEntry
{
    /// <summary>What stands there.</summary>
    [Parameter, EditorRequired]
    public HistoryLine Line { get; set; } = default!;

    private static string Spoken(PlayRow play) =>
        $"{Format.Time(play.PlayedAt)}, {play.Track.Name} by {play.Track.Artist}"
        + (play.MsPlayed is { } ms ? $", {Format.Duration(ms)}" : "")
        + (play.Hidden ? ", hidden from your statistics" : play.Counts ? "" : ", too short to count")
        + (play.Skipped == true ? ", skipped" : "");
}
