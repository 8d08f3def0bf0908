using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Ui;
using MusicTimeMachine.Ui.Charts;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Moods.Pages;

/// <summary>
/// The density of songs over valence and energy with the most played as points. A rectangle that is drawn over it becomes
/// the address's region; so does a point that is chosen, with what lies around it.
/// </summary>
public sealed partial class MoodMap : IAsyncDisposable
{
    /// <summary>How far around a chosen point is near it.</summary>
    private const float Near = 0.06f;

    private readonly ElementReference[] _points = new ElementReference[MoodQuery.Points];
    private string[] _levels = [];
    private IReadOnlyList<IReadOnlyList<string>> _rows = [];
    private ElementReference _plot;
    private ComponentScript<MoodMap>? _script;
    private int _at;

    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired]
    public MoodMatrix Matrix { get; set; } = default!;

    /// <summary>The chosen region.</summary>
    [Parameter]
    public MoodRegion? Region { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private string Summary => $"Density of {Format.Count(Matrix.Coverage.Tracks, "track")} by valence and energy; most plays are {MoodThresholds.NameOf(Matrix.Quadrants.MaxBy(quadrant => quadrant.Plays)!.Mood)}.";

    /// <summary>Called by the script: a rectangle was drawn between two corners, each 0–1 from the left and from below.</summary>
    [JSInvokable]
    public void Select(double valence, double energy, double otherValence, double otherEnergy) =>
        Open(MoodRegion.Between(valence, energy, otherValence, otherEnergy));

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _at = Math.Clamp(_at, 0, Math.Max(0, Matrix.MostPlayed.Count - 1));
        var density = Smooth(Matrix.Density);
        var bounds = ChartScale.Bounds(density);
        var levels = new StringBuilder[6];
        for (var level = 0; level < levels.Length; level++) levels[level] = new StringBuilder();
        for (var cell = 0; cell < density.Length; cell++)
        {
            var (row, column) = Math.DivRem(cell, MoodMatrix.Cells);
            if (ChartScale.Level(density[cell], bounds) is > 0 and var level)
                levels[level].Append(CultureInfo.InvariantCulture, $"M{column} {MoodMatrix.Cells - 1 - row}h.9v.9h-.9z");
        }

        _levels = [.. levels.Select(level => level.ToString())];
        _rows = [.. Matrix.MostPlayed.Select(song => (IReadOnlyList<string>)
            [song.Name, song.Artist ?? "", MoodThresholds.NameOf(Matrix.Thresholds.Of(song.Energy, song.Valence)), Number(song.Energy), Number(song.Valence), Format.Count(song.Plays)])];
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _script = new ComponentScript<MoodMap>(Browser, this);
        await _script.AttachAsync($"./{Assets["Features/Moods/Pages/MoodMap.razor.js"]}", _plot);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _script?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task StepAsync(KeyboardEventArgs pressed)
    {
        var step = pressed.Key switch { "ArrowRight" => 1, "ArrowLeft" => -1, _ => 0 };
        if (step == 0) return;
        _at = (_at + step + Matrix.MostPlayed.Count) % Matrix.MostPlayed.Count;
        await _points[_at].FocusAsync(preventScroll: true);
    }

    private void Surround(MoodSong song) =>
        Open(MoodRegion.Between(song.Valence - Near, song.Energy - Near, song.Valence + Near, song.Energy + Near));

    private void Open(MoodRegion region) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["valence"] = region.Valence, ["energy"] = region.Energy, ["page"] = null }));

    // Each cell with its neighbours (weights 1, 2, 1 along both axes): where songs crowd shows better than chance between two cells.
    private static int[] Smooth(IReadOnlyList<int> density)
    {
        var smooth = new int[density.Count];
        for (var cell = 0; cell < smooth.Length; cell++)
        {
            var (row, column) = Math.DivRem(cell, MoodMatrix.Cells);
            for (var r = Math.Max(0, row - 1); r <= Math.Min(MoodMatrix.Cells - 1, row + 1); r++)
            {
                for (var c = Math.Max(0, column - 1); c <= Math.Min(MoodMatrix.Cells - 1, column + 1); c++)
                    smooth[cell] += density[(r * MoodMatrix.Cells) + c] * (r == row ? 2 : 1) * (c == column ? 2 : 1);
            }
        }

        return smooth;
    }

    // Near an edge the words grow inwards.
    private static string Side(MoodSong song) => $"{(song.Valence > 0.5f ? "to-left" : "to-right")} {(song.Energy > 0.75f ? "below" : "above")}";

    private string Size(MoodSong song) => Number((float)Math.Sqrt(song.Plays / (double)Math.Max(1, Matrix.MostPlayed[0].Plays)));

    private static string Describe(MoodSong song) =>
        $"{song.Name} by {song.Artist}: {Format.Count(song.Plays, "play")}, energy {Number(song.Energy)}, valence {Number(song.Valence)}";

    private static string Percent(float share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Number(float value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
