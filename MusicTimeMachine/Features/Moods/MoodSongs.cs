using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Moods;

/// <summary>
/// The songs of a range with what they sound like. A song of several ids sounds like the one that was played most in the
/// range, then longest, of those whose features are known; between equals the features themselves decide, so that the
/// answer never hangs on the order in which tracks were read.
/// </summary>
internal sealed class MoodSongs
{
    private readonly Tallies _songs;
    private readonly HeardFeatures _features;
    private readonly int[] _voices;

    public MoodSongs(Heard heard, HeardFeatures features)
    {
        (_songs, _features) = (heard.Songs, features);
        _voices = new int[_songs.Values.Length];
        Array.Fill(_voices, -1);
        var (tracks, ofTrack) = (heard.Tracks, heard.Catalog.Songs.OfTrack);
        for (var track = 0; track < tracks.Length; track++)
        {
            if (tracks[track].Plays == 0 || ofTrack[track] is not (>= 0 and var song) || !features.Has(track)) continue;
            if (_voices[song] < 0 || Rank(track).CompareTo(Rank(_voices[song])) > 0) _voices[song] = track;
        }

        (int, long, float, float, float, float) Rank(int track) =>
            (tracks[track].Plays, tracks[track].Ms, features.Energy[track], features.Valence[track], features.Danceability[track], features.Acousticness[track]);
    }

    /// <summary>How many songs are known, heard in the range or not; their numbers end there.</summary>
    public int Count => _voices.Length;

    /// <summary>By the song's number, its id in the catalogue.</summary>
    public long[] Ids => _songs.Ids;

    /// <summary>What was heard of a song in the range.</summary>
    public Tally Tally(int song) => _songs.Values[song];

    /// <summary>Whether a song was heard in the range and its features are known.</summary>
    public bool Has(int song) => _voices[song] >= 0;

    /// <summary>0–1, of a song of which it is known.</summary>
    public float Energy(int song) => _features.Energy[_voices[song]];

    /// <summary>0–1, of a song of which it is known.</summary>
    public float Valence(int song) => _features.Valence[_voices[song]];

    /// <summary>0–1, of a song of which it is known.</summary>
    public float Danceability(int song) => _features.Danceability[_voices[song]];

    /// <summary>0–1, or NaN where just this is not known.</summary>
    public float Acousticness(int song) => _features.Acousticness[_voices[song]];

    /// <summary>The medians of all songs, each counting once; the middle of the scales when there are none.</summary>
    public MoodThresholds Medians()
    {
        List<float> energy = new(Count);
        List<float> valence = new(Count);
        for (var song = 0; song < Count; song++)
        {
            if (!Has(song)) continue;
            energy.Add(Energy(song));
            valence.Add(Valence(song));
        }

        return energy.Count == 0 ? MoodThresholds.Middle : new(Median(energy), Median(valence));
    }

    // Of an even number the mean of the two in the middle.
    private static float Median(List<float> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }
}
