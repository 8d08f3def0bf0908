using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Moods;

/// <summary>The moods of a range of days. Songs count once, whatever ids they go by.</summary>
/// <param name="Thresholds">Where the quadrants meet.</param>
/// <param name="Quadrants">All four, in the order of <see cref="Mood"/>.</param>
/// <param name="Energy">All levels, in the order of <see cref="EnergyLevel"/>.</param>
/// <param name="Coverage">How much of the plays this rests on.</param>
/// <param name="Density">Songs in each cell of the map: row by row from the lowest energy, each from the lowest valence.</param>
/// <param name="MostPlayed">The songs that are shown by themselves.</param>
public sealed record MoodMatrix(
    MoodThresholds Thresholds, IReadOnlyList<MoodQuadrant> Quadrants, IReadOnlyList<EnergyShare> Energy, MoodCoverage Coverage,
    IReadOnlyList<int> Density, IReadOnlyList<MoodSong> MostPlayed)
{
    /// <summary>The cells of the map along each of its sides.</summary>
    public const int Cells = 32;
}
