namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>The audio features of a person's tracks, each by the track's number in <see cref="HeardCatalog"/>; NaN where they are not known.</summary>
/// <param name="Revision">Of the catalogue, from which they were read.</param>
/// <param name="Energy">0–1.</param>
/// <param name="Valence">0–1.</param>
/// <param name="Danceability">0–1.</param>
/// <param name="Acousticness">0–1.</param>
/// <param name="Instrumentalness">0–1.</param>
/// <param name="Speechiness">0–1.</param>
/// <param name="Liveness">0–1.</param>
/// <param name="Tempo">Beats per minute.</param>
internal sealed record HeardFeatures(
    long Revision, float[] Energy, float[] Valence, float[] Danceability, float[] Acousticness, float[] Instrumentalness, float[] Speechiness,
    float[] Liveness, float[] Tempo)
{
    /// <summary>Of nobody.</summary>
    public static HeardFeatures Empty { get; } = Unknown(-1, 0);

    /// <summary>How many tracks there are, known or not.</summary>
    public int Tracks => Energy.Length;

    /// <summary>Of tracks of which nothing is known.</summary>
    public static HeardFeatures Unknown(long revision, int tracks) =>
        new(revision, Nothing(tracks), Nothing(tracks), Nothing(tracks), Nothing(tracks), Nothing(tracks), Nothing(tracks), Nothing(tracks), Nothing(tracks));

    /// <summary>Whether the track's mood is known: energy, valence and danceability.</summary>
    public bool Has(int track) => !float.IsNaN(Energy[track]) && !float.IsNaN(Valence[track]) && !float.IsNaN(Danceability[track]);

    private static float[] Nothing(int tracks)
    {
        var values = new float[tracks];
        Array.Fill(values, float.NaN);
        return values;
    }
}
