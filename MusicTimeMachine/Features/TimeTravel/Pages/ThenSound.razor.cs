using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.TimeTravel.Pages;

/// <summary>The audio features and the moods of then, against those of the range before.</summary>
public sealed partial class ThenSound
{
    /// <summary>Tempo has no upper end: the bar is full at so many beats a minute.</summary>
    private const double FastestTempo = 200;

    // As on a plane: energy upwards, valence to the right.
    private static readonly (Mood Mood, string Place)[] Places =
    [
        (Mood.AngryIntense, "angry"), (Mood.HappyEnergetic, "happy"), (Mood.SadMelancholic, "sad"), (Mood.CalmPeaceful, "calm"),
    ];

    private IReadOnlyList<Line> _lines = [];

    /// <summary>The sound of then.</summary>
    [Parameter, EditorRequired]
    public Fingerprint Now { get; set; } = default!;

    /// <summary>The sound of the range before.</summary>
    [Parameter, EditorRequired]
    public Fingerprint Before { get; set; } = default!;

    /// <summary>What the range before is called.</summary>
    [Parameter, EditorRequired]
    public string Than { get; set; } = "";

    private string Coverage => $"audio features for {Format.Percent(Now.Coverage ?? 0)} of plays";

    /// <inheritdoc />
    protected override void OnParametersSet() => _lines =
    [
        Share("Energy", Now.Energy, Before.Energy),
        Share("Positivity", Now.Valence, Before.Valence),
        Share("Danceability", Now.Danceability, Before.Danceability),
        Share("Acoustic", Now.Acousticness, Before.Acousticness),
        Share("Instrumental", Now.Instrumentalness, Before.Instrumentalness),
        new("Tempo", Beats(Now.Tempo) ?? "–", Beats(Before.Tempo), (Now.Tempo ?? 0) / FastestTempo, Before.Tempo / FastestTempo),
    ];

    private static Line Share(string name, double? now, double? before) => new(name, Written(now) ?? "–", Written(before), now ?? 0, before);

    private static string? Written(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture);

    private static string? Beats(double? tempo) => tempo is { } beats ? beats.ToString("0", CultureInfo.InvariantCulture) + " bpm" : null;

    private static string Width(double share) => (100 * Math.Clamp(share, 0, 1)).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private sealed record Line(string Name, string Now, string? Before, double Share, double? ShareBefore);
}
