using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Ui.Covers;

namespace MusicTimeMachine.Features.Moods.Pages;

/// <summary>The bounds of a region of the map as four fields, and the songs that lie in it.</summary>
public sealed partial class MoodRegionPanel
{
    /// <summary>Songs on a page.</summary>
    public const int PageSize = 30;

    private double _valenceFrom;
    private double _valenceTo;
    private double _energyFrom;
    private double _energyTo;

    /// <summary>The chosen region.</summary>
    [Parameter]
    public MoodRegion? Region { get; set; }

    /// <summary>A page of its songs; null without a region.</summary>
    [Parameter]
    public MoodSongList? Songs { get; set; }

    /// <summary>Which page, from 1.</summary>
    [Parameter]
    public int Page { get; set; } = 1;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private int Pages => PagesOf(Songs?.Total ?? 0);

    /// <summary>How many pages so many songs need; at least one.</summary>
    public static int PagesOf(int songs) => Math.Max(1, (songs + PageSize - 1) / PageSize);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var region = Region ?? MoodRegion.Everything;
        (_valenceFrom, _valenceTo, _energyFrom, _energyTo) =
            (Hundredths(region.ValenceFrom), Hundredths(region.ValenceTo), Hundredths(region.EnergyFrom), Hundredths(region.EnergyTo));
    }

    private void Choose()
    {
        var region = MoodRegion.Between(_valenceFrom, _energyFrom, _valenceTo, _energyTo);
        Navigation.NavigateTo(Link(region.Valence, region.Energy, 1));
    }

    private string Link(string? valence, string? energy, int page) => Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["valence"] = valence, ["energy"] = energy, ["page"] = page == 1 ? null : page });

    // The album's cover is the one that its own artist makes, not the guests of one track.
    private static string? Image(MoodSong song) =>
        song.Image ?? (song.Album is null ? null : CoverAddress.Of(CoverKind.Album, song.Album, song.AlbumArtist));

    private static double Hundredths(float value) => Math.Round(value, 2);

    private static string Number(float value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
