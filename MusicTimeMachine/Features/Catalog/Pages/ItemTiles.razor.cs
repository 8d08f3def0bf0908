using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Catalog.Ranks;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>The numbers of a track, artist or album.</summary>
public sealed partial class ItemTiles
{
    /// <summary>Counted plays.</summary>
    [Parameter, EditorRequired]
    public int Plays { get; set; }

    /// <summary>Time listened, in milliseconds.</summary>
    [Parameter, EditorRequired]
    public long MsPlayed { get; set; }

    /// <summary>The first counted play.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset? First { get; set; }

    /// <summary>What the first play is called.</summary>
    [Parameter]
    public string FirstLabel { get; set; } = "First play";

    /// <summary>The last counted play.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset? Last { get; set; }

    /// <summary>The history.</summary>
    [Parameter, EditorRequired]
    public ItemHistory History { get; set; } = ItemHistory.Empty;

    /// <summary>The person's time zone.</summary>
    [Parameter, EditorRequired]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>More tiles, after the time.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private YearRank? Best => History.Ranks.Where(year => year.Rank is not null).MinBy(year => (year.Rank, -year.Plays));

    private string? Share => Plays == 0 ? null : $"{Format.Duration(MsPlayed / Plays)} each";

    /// <summary>Short enough for a tile: "48 min", "14.5 h", "131 h".</summary>
    private string Hours => (MsPlayed / 3_600_000.0) switch
    {
        < 1 => Format.Duration(MsPlayed),
        < 99.95 and var hours => hours.ToString("0.#", CultureInfo.InvariantCulture) + " h",
        var hours => Format.Count((long)hours) + " h",
    };

    private string Month(DateTimeOffset? moment) =>
        moment is { } known ? TimeZoneInfo.ConvertTime(known, Zone).ToString("MMM yyyy", CultureInfo.InvariantCulture) : "–";

    private string? Moment(DateTimeOffset? moment) => moment is { } known ? Format.Moment(TimeZoneInfo.ConvertTime(known, Zone)) : null;
}
