using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Listening.Correcting.Controls;

/// <summary>A play in a list, 64 CSS pixels high, with the button of its menu or, while one selects, a box to tick.</summary>
public sealed partial class PlayEntry
{
    /// <summary>The play.</summary>
    [Parameter, EditorRequired]
    public PlayRow Play { get; set; } = default!;

    /// <summary>Where it is corrected; null for who may change nothing.</summary>
    [Parameter]
    public PlayDesk? Desk { get; set; }

    /// <summary>The ticked plays of the list.</summary>
    [Parameter]
    public MarkedPlays? Marked { get; set; }

    /// <summary>Whether it says its day too: in a list without headings.</summary>
    [Parameter]
    public bool Dated { get; set; }

    /// <summary>The id of the button that opens the menu of a play.</summary>
    public static string ButtonId(PlayRow play) => string.Create(CultureInfo.InvariantCulture, $"play-{play?.Id}");

    private string Spoken(PlayRow play) =>
        $"{(Dated ? Format.Moment(play.PlayedAt) : Format.Time(play.PlayedAt))}, {play.Track.Name} by {play.Track.Artist}"
        + (play.MsPlayed is { } ms ? $", {Format.Duration(ms)}" : "")
        + (play.Hidden ? ", hidden from your statistics" : play.Counts ? "" : ", too short to count")
        + (play.Skipped == true ? ", skipped" : "");
}
