using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Moods;

namespace MusicTimeMachine.Features.Api;

/// <summary>Moods and energy, of the songs that have audio features.</summary>
/// <param name="Quadrants">All four.</param>
/// <param name="Energy">All levels.</param>
internal sealed record ApiMoods(IReadOnlyList<ApiMoodQuadrant> Quadrants, IReadOnlyList<ApiEnergy> Energy)
{
    public static ApiMoods Of(MoodMatrix moods) => new(
        [.. moods.Quadrants.Select(quadrant => new ApiMoodQuadrant(quadrant.Mood, quadrant.Tracks, quadrant.Plays, quadrant.AverageDanceability, quadrant.AverageAcousticness))],
        [.. moods.Energy.Select(energy => new ApiEnergy(energy.Level, energy.Tracks, energy.Plays))]);
}

/// <summary>What was heard of one mood.</summary>
/// <param name="Mood">happy-energetic, angry-intense, calm-peaceful or sad-melancholic.</param>
/// <param name="Tracks">Different songs.</param>
/// <param name="Plays">Their counted plays.</param>
/// <param name="AverageDanceability">0 to 1; null without songs.</param>
/// <param name="AverageAcousticness">0 to 1; null when it is known of none.</param>
internal sealed record ApiMoodQuadrant(Mood Mood, int Tracks, int Plays, double? AverageDanceability, double? AverageAcousticness);

/// <summary>What was heard of one level of energy.</summary>
/// <param name="Level">high (from 0.8), medium (from 0.5) or low.</param>
/// <param name="Tracks">Different songs.</param>
/// <param name="Plays">Their counted plays.</param>
internal sealed record ApiEnergy(EnergyLevel Level, int Tracks, int Plays);
