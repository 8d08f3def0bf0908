using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Catalog.Tracks;

/// <summary>How the tracks that a person has heard sound on average, each track once.</summary>
/// <param name="Average">Of each feature, over the tracks of which it is known.</param>
/// <param name="Known">The tracks whose energy, valence and danceability are known.</param>
/// <param name="Heard">All tracks with a counted play.</param>
public sealed record LibraryFeatures(AudioFeatures Average, int Known, int Heard)
{
    internal static LibraryFeatures Of(Tally[] tracks, HeardFeatures features)
    {
        var (known, heard) = (0, 0);
        for (var track = 0; track < tracks.Length; track++)
        {
            if (tracks[track].Plays == 0) continue;
            heard++;
            if (features.Has(track)) known++;
        }

        return new LibraryFeatures(
            new AudioFeatures(
                Mean(tracks, features.Energy), Mean(tracks, features.Valence), Mean(tracks, features.Danceability), Mean(tracks, features.Acousticness),
                Mean(tracks, features.Instrumentalness), Mean(tracks, features.Speechiness), Mean(tracks, features.Liveness), Mean(tracks, features.Tempo)),
            known, heard);
    }

    private static float? Mean(Tally[] tracks, float[] values)
    {
        var (sum, count) = (0.0, 0);
        for (var track = 0; track < tracks.Length; track++)
        {
            if (tracks[track].Plays == 0 || float.IsNaN(values[track])) continue;
            sum += values[track];
            count++;
        }

        return count == 0 ? null : (float)(sum / count);
    }
}
