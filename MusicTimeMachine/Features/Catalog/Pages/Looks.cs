using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Ui.Controls;
using MusicTimeMachine.Ui.Covers;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>How tracks look: like their album, whose cover is the one that its own artist makes.</summary>
internal static class Looks
{
    /// <summary>The picture of a track.</summary>
    public static string Of(string name, string artist, string? album, string? albumArtist, string? image) =>
        image ?? (album is null ? CoverAddress.Of(CoverKind.Track, name, artist) : CoverAddress.Of(CoverKind.Album, album, albumArtist));

    /// <summary>The lines of a list of tracks.</summary>
    /// <param name="list">The tracks.</param>
    /// <param name="subtitle">What stands beneath a title.</param>
    public static IReadOnlyList<RankedItem> Lines(TopList list, Func<TopItem, string?> subtitle) =>
    [
        .. list.Items.Select(item => new RankedItem(item.Rank, item.Name, subtitle(item), item.Plays)
        {
            Href = CatalogPaths.Track(item.Id!.Value),
            Image = Of(item.Name, item.Artist ?? "", item.Album, item.AlbumArtist, item.Image),
        }),
    ];
}
