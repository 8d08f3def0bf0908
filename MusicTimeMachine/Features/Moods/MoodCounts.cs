using System.Runtime.InteropServices;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Moods;

/// <summary>What one pass over the songs of a range counts.</summary>
internal sealed class MoodCounts
{
    private static readonly Mood[] Moods = Enum.GetValues<Mood>();
    private static readonly EnergyLevel[] Levels = Enum.GetValues<EnergyLevel>();

    private readonly Sums[] _moods = new Sums[Moods.Length];
    private readonly Sums[] _levels = new Sums[Levels.Length];
    private readonly int[] _density = new int[MoodMatrix.Cells * MoodMatrix.Cells];
    private Sums _known;
    private Sums _unknown;

    /// <summary>All four.</summary>
    public IReadOnlyList<MoodQuadrant> Quadrants => [.. Moods.Select(mood => Quadrant(mood, _moods[(int)mood]))];

    /// <summary>All levels.</summary>
    public IReadOnlyList<EnergyShare> Energy => [.. Levels.Select(level => new EnergyShare(level, _levels[(int)level].Songs, _levels[(int)level].Plays))];

    /// <summary>How much is known.</summary>
    public MoodCoverage Coverage => new(_known.Songs, _known.Plays, _unknown.Songs, _unknown.Plays);

    /// <summary>Songs by cell, see <see cref="MoodMatrix.Density"/>.</summary>
    public IReadOnlyList<int> Density => _density;

    public static MoodCounts Of(MoodSongs songs, MoodThresholds thresholds)
    {
        var counts = new MoodCounts();
        for (var song = 0; song < songs.Count; song++)
        {
            var plays = songs.Tally(song).Plays;
            if (plays == 0) continue;
            if (songs.Has(song)) counts.Add(songs, song, plays, thresholds);
            else counts._unknown.Add(plays);
        }

        return counts;
    }

    private static EnergyLevel LevelOf(float energy) => energy switch
    {
        >= 0.8f => EnergyLevel.High,
        >= 0.5f => EnergyLevel.Medium,
        _ => EnergyLevel.Low,
    };

    // What lies on the upper edge belongs to the last cell.
    private static int Cell(float value) => Math.Clamp((int)(value * MoodMatrix.Cells), 0, MoodMatrix.Cells - 1);

    private static MoodQuadrant Quadrant(Mood mood, Sums sums) => new(
        mood, sums.Songs, sums.Plays,
        sums.Songs == 0 ? null : sums.Danceability / sums.Songs, sums.WithAcousticness == 0 ? null : sums.Acousticness / sums.WithAcousticness);

    private void Add(MoodSongs songs, int song, int plays, MoodThresholds thresholds)
    {
        var (energy, valence) = (songs.Energy(song), songs.Valence(song));
        _known.Add(plays);
        _levels[(int)LevelOf(energy)].Add(plays);
        _density[(Cell(energy) * MoodMatrix.Cells) + Cell(valence)]++;
        ref var mood = ref _moods[(int)thresholds.Of(energy, valence)];
        mood.Add(plays);
        mood.Danceability += songs.Danceability(song);
        if (float.IsNaN(songs.Acousticness(song))) return;
        mood.Acousticness += songs.Acousticness(song);
        mood.WithAcousticness++;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Sums
    {
        public int Songs;
        public int Plays;
        public double Danceability;
        public double Acousticness;
        public int WithAcousticness;

        public void Add(int plays)
        {
            Songs++;
            Plays += plays;
        }
    }
}
