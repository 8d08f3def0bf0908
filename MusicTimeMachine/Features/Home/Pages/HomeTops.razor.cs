using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Charts;
using MusicTimeMachine.Ui.Controls;
using MusicTimeMachine.Ui.Covers;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Home.Pages;

/// <summary>Plays over time, and what was played most.</summary>
public sealed partial class HomeTops
{
    private IReadOnlyList<PlaysPoint> _points = [];
    private IReadOnlyList<RankedItem> _tracks = [];
    private IReadOnlyList<RankedItem> _artists = [];
    private IReadOnlyList<RankedItem> _albums = [];

    /// <summary>The page's data.</summary>
    [Parameter, EditorRequired]
    public HomeData Data { get; set; } = default!;

    /// <summary>Whether there is a period before.</summary>
    [Parameter]
    public bool Compared { get; set; }

    private ChartUnit Unit => Data.Unit switch
    {
        ActivityUnit.Day => ChartUnit.Day,
        ActivityUnit.Week => ChartUnit.Week,
        ActivityUnit.Month => ChartUnit.Month,
        _ => ChartUnit.Year,
    };

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var heardBefore = Data.Summary.Before is { Plays: > 0 };
        _points = [.. Data.Series.Select(point => new PlaysPoint(point.Start, point.Plays, heardBefore ? point.PlaysBefore : null))];
        _tracks = Items(Data.Tracks);
        // What an artist has no artist for tells how long.
        _artists = [.. Items(Data.Artists).Zip(Data.Artists.Items, (line, artist) => line with { Subtitle = Format.Duration(artist.MsPlayed) })];
        _albums = Items(Data.Albums);
    }

    private static RankedItem[] Items(TopList list) =>
    [
        .. list.Items.Select(item => new RankedItem(item.Rank, item.Name, item.Artist, item.Plays)
        {
            // A track looks like its album.
            Image = item.Image ?? (item.Album is null ? null : CoverAddress.Of(CoverKind.Album, item.Album, item.AlbumArtist)),
            Before = item.RankBefore,
        }),
    ];
}
