using System.Globalization;
using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.TimeTravel;
using MusicTimeMachine.Ui.Charts;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Evolution.Pages;

/// <summary>The months as pictures, one question each.</summary>
public sealed partial class EvolutionCharts
{
    /// <summary>The colour of all that has none of its own.</summary>
    private const int Rest = 9;

    private IReadOnlyList<DateOnly> _months = [];
    private IReadOnlyList<ChartSeries> _genres = [];
    private IReadOnlyList<ChartSeries> _breadth = [];
    private IReadOnlyList<ChartSeries> _plays = [];
    private IReadOnlyList<ChartSeries> _discovery = [];
    private IReadOnlyList<ChartSeries> _diversity = [];
    private IReadOnlyList<ChartSeries> _sound = [];
    private IReadOnlyList<ChartSeries> _tempo = [];
    private double _coverage;

    /// <summary>The page's data.</summary>
    [Parameter, EditorRequired]
    public EvolutionData Data { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _months = [.. Data.Months.Select(month => month.Month)];
        _genres = Genres();
        _plays = [Series("Plays", 1, month => month.Plays)];
        _breadth = [Series("Tracks", 1, month => month.Tracks), Series("Artists", 4, month => month.Artists), Series("New artists", 2, month => month.NewArtists)];
        _discovery = [Series("New songs", 2, month => month.DiscoveryShare)];
        _diversity = [Series("Diversity", 4, month => month.Diversity)];
        _sound =
        [
            Sound("Energy", 1, sound => sound.Energy), Sound("Positivity", 3, sound => sound.Valence), Sound("Danceability", 4, sound => sound.Danceability),
            Sound("Acoustic", 2, sound => sound.Acousticness), Sound("Instrumental", 6, sound => sound.Instrumentalness),
        ];
        _tempo = [Sound("Tempo", 3, sound => sound.Tempo)];
        _coverage = Data.Months.Sum(month => (double)month.Sound.Known) / Math.Max(1, Data.Months.Sum(month => (long)month.Plays));
    }

    private IReadOnlyList<ChartSeries> Genres()
    {
        // Of equals the eye sees shares: a month of few plays is as high as one of many.
        var total = Data.OtherGenres.Select((others, month) => others + Data.Genres.Sum(genre => genre.Plays[month])).ToList();
        double? Share(double plays, int month) => total[month] > 0 ? plays / total[month] : null;
        return
        [
            .. Data.Genres.Select((genre, i) => new ChartSeries(genre.Name, [.. genre.Plays.Select(Share)], i + 1)),
            .. Data.OtherGenres.Any(others => others > 1e-6) ? [new ChartSeries("all other genres", [.. Data.OtherGenres.Select(Share)], Rest)] : Array.Empty<ChartSeries>(),
        ];
    }

    private ChartSeries Series(string name, int colour, Func<EvolutionMonth, double?> valueOf) => new(name, [.. Data.Months.Select(valueOf)], colour);

    private ChartSeries Sound(string name, int colour, Func<Fingerprint, double?> valueOf) => Series(name, colour, month => valueOf(month.Sound));

    private static string Address(DateOnly month) => Destination.OfMonth(month).Address();

    private static string Whole(double value) => value < 10_000 ? Format.Count((long)Math.Round(value)) : Format.Compact((long)value);

    private static string Tenth(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Hundredth(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
