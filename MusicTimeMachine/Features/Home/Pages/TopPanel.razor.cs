using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Ui.Controls;
using MusicTimeMachine.Ui.Covers;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Home.Pages;

/// <summary>A list of tops under its heading.</summary>
public sealed partial class TopPanel
{
    private IReadOnlyList<RankedItem> _lines = [];

    /// <summary>The heading's id on the page.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What the list is called.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The list.</summary>
    [Parameter, EditorRequired]
    public TopList List { get; set; } = default!;

    /// <summary>What its lines are; null for genres, which have no pictures.</summary>
    [Parameter]
    public CoverKind? Kind { get; set; }

    /// <summary>What it is ordered by, and so what the lines tell.</summary>
    [Parameter]
    public TopOrder Order { get; set; }

    /// <summary>Whether there is a period before.</summary>
    [Parameter]
    public bool Compared { get; set; }

    /// <summary>What stands there instead of an empty list.</summary>
    [Parameter]
    public string Nothing { get; set; } = "Nothing is known of them.";

    /// <inheritdoc />
    protected override void OnParametersSet() =>
    _lines =
    [
        .. List.Items.Select(item => new RankedItem(item.Rank, item.Name, item.Artist ?? Aside(item), Order == TopOrder.Time ? item.MsPlayed : item.Plays)
        {
            Href = item.Id is { } id ? PathOf(id) : null,
            // A track looks like its album.
            Image = item.Image ?? (item.Album is null ? null : CoverAddress.Of(CoverKind.Album, item.Album, item.AlbumArtist)),
            Before = item.RankBefore,
        }),
    ];

    private string? PathOf(long id) => Kind switch
    {
        CoverKind.Track => CatalogPaths.Track(id),
        CoverKind.Artist => CatalogPaths.Artist(id),
        CoverKind.Album => CatalogPaths.Album(id),
        _ => null,
    };

    /// <summary>What has no artist tells the other of its numbers.</summary>
    private string Aside(TopItem item) => Order == TopOrder.Time ? Format.Count(item.Plays, "play") : Format.Duration(item.MsPlayed);
}
