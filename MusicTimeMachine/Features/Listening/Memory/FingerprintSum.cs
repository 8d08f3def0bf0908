using System.Runtime.InteropServices;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>Adds plays up to a <see cref="Fingerprint"/>.</summary>
internal sealed class FingerprintSum(HeardFeatures features)
{
    private readonly int[] _moods = new int[4];
    private Average _energy;
    private Average _valence;
    private Average _danceability;
    private Average _acousticness;
    private Average _instrumentalness;
    private Average _tempo;
    private int _plays;
    private int _known;

    /// <summary>Some plays of one track.</summary>
    public void Add(int track, int plays)
    {
        _plays += plays;
        if (!features.Has(track)) return;
        _known += plays;
        var (energy, valence) = (features.Energy[track], features.Valence[track]);
        _moods[(int)MoodThresholds.Middle.Of(energy, valence)] += plays;
        _energy.Add(energy, plays);
        _valence.Add(valence, plays);
        _danceability.Add(features.Danceability[track], plays);
        _acousticness.Add(features.Acousticness[track], plays);
        _instrumentalness.Add(features.Instrumentalness[track], plays);
        _tempo.Add(features.Tempo[track], plays);
    }

    /// <summary>All that was added.</summary>
    public Fingerprint Result() => new(_plays, _known)
    {
        Energy = _energy.Value,
        Valence = _valence.Value,
        Danceability = _danceability.Value,
        Acousticness = _acousticness.Value,
        Instrumentalness = _instrumentalness.Value,
        Tempo = _tempo.Value,
        HappyEnergetic = _moods[(int)Mood.HappyEnergetic],
        AngryIntense = _moods[(int)Mood.AngryIntense],
        CalmPeaceful = _moods[(int)Mood.CalmPeaceful],
        SadMelancholic = _moods[(int)Mood.SadMelancholic],
    };

    [StructLayout(LayoutKind.Auto)]
    private struct Average
    {
        private double _sum;
        private int _plays;

        public readonly double? Value => _plays == 0 ? null : _sum / _plays;

        public void Add(float value, int plays)
        {
            if (float.IsNaN(value)) return;
            _sum += (double)value * plays;
            _plays += plays;
        }
    }
}
