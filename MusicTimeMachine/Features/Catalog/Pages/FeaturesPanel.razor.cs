using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Catalog.Tracks;
using MusicTimeMachine.Ui.Charts;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>The audio features of a track against the average of the library.</summary>
public sealed partial class FeaturesPanel
{
    private IReadOnlyList<SpiderAxis> _axes = [];

    /// <summary>The track's features; null when there are none.</summary>
    [Parameter, EditorRequired]
    public AudioFeatures? Features { get; set; }

    /// <summary>The library's; null when nothing was heard yet.</summary>
    [Parameter, EditorRequired]
    public LibraryFeatures? Library { get; set; }

    private string? Basis => Library is not { Heard: > 0 } library
        ? null
        : $"Audio features are known of {Format.Count(library.Known)} of the {Format.Count(library.Heard, "track")} that you have heard ({Format.Percent((double)library.Known / library.Heard)}).";

    /// <inheritdoc />
    protected override void OnParametersSet() => _axes =
    [
        Axis("Energy", features => features.Energy), Axis("Valence", features => features.Valence), Axis("Danceability", features => features.Danceability),
        Axis("Speechiness", features => features.Speechiness), Axis("Liveness", features => features.Liveness),
        Axis("Instrumental", features => features.Instrumentalness), Axis("Acousticness", features => features.Acousticness),
    ];

    private SpiderAxis Axis(string label, Func<AudioFeatures, float?> of) => new(label, Features is null ? null : of(Features), Library is null ? null : of(Library.Average));
}
