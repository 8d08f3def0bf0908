namespace MusicTimeMachine.Features.Searching;

/// <summary>A library as the database gives it, see <see cref="LibraryFigures"/>: one entry for each track in each column, NaN where it is not known.</summary>
internal sealed record LibraryColumns(
    long Library, long Catalog, long[] Tracks, float[] Energy, float[] Valence, float[] Danceability, float[] Acousticness, float[] Instrumentalness,
    float[] Speechiness, float[] Liveness, float[] Tempo, float[] Year)
{
    /// <summary>An empty library.</summary>
    public static LibraryColumns None { get; } = new(0, 0, [], [], [], [], [], [], [], [], [], []);
}
