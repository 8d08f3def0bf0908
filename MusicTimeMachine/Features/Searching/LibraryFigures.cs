namespace MusicTimeMachine.Features.Searching;

/// <summary>
/// The figures of a library's tracks, by which searches filter, as columns. It never changes: a new one takes its place.
/// </summary>
public sealed class LibraryFigures
{
    private readonly Dictionary<long, int> _places;
    private readonly Dictionary<string, float[]> _columns;

    internal LibraryFigures(LibraryColumns columns)
    {
        (Library, Catalog, Tracks) = (columns.Library, columns.Catalog, columns.Tracks);
        _places = new Dictionary<long, int>(Tracks.Length);
        for (var place = 0; place < Tracks.Length; place++) _places.Add(Tracks[place], place);
        _columns = new(StringComparer.Ordinal)
        {
            ["energy"] = columns.Energy,
            ["valence"] = columns.Valence,
            ["danceability"] = columns.Danceability,
            ["acousticness"] = columns.Acousticness,
            ["instrumentalness"] = columns.Instrumentalness,
            ["speechiness"] = columns.Speechiness,
            ["liveness"] = columns.Liveness,
            ["tempo"] = columns.Tempo,
            ["year"] = columns.Year,
            ["mood"] = [.. columns.Energy.Zip(columns.Valence, MoodOf)],
        };
    }

    /// <summary>The tracks of the library: the most played first, then the most popular, then by their ids.</summary>
    public long[] Tracks { get; }

    /// <summary>The revision of the library from which they were read, see <see cref="Listening.LibraryState"/>.</summary>
    public long Library { get; }

    /// <summary>The revision of the catalogue, see <see cref="Features.Catalog.CatalogState"/>.</summary>
    public long Catalog { get; }

    /// <summary>Where a track stands in <see cref="Tracks"/>; behind all of them when it is none of these.</summary>
    public int PlaceOf(long track) => _places.GetValueOrDefault(track, int.MaxValue);

    /// <summary>Of each of <see cref="Tracks"/> whether it passes all filters.</summary>
    /// <param name="filters">The filters.</param>
    /// <param name="liked">What the person likes, if any filter asks for it.</param>
    public bool[] Passing(IReadOnlyList<SearchFilter> filters, IReadOnlyCollection<long> liked)
    {
        var passes = new bool[Tracks.Length];
        Array.Fill(passes, true);
        foreach (var filter in filters)
        {
            var values = filter.Name == "liked" ? Liked(liked) : _columns[filter.Name];
            for (var place = 0; place < passes.Length; place++) passes[place] &= filter.Keeps(values[place]);
        }

        return passes;
    }

    private float[] Liked(IReadOnlyCollection<long> liked)
    {
        var values = new float[Tracks.Length];
        foreach (var track in liked)
        {
            if (_places.TryGetValue(track, out var place)) values[place] = 1;
        }

        return values;
    }

    /// <summary>The numbers that <see cref="SearchFilters"/> gives the moods; not known where either figure is not.</summary>
    private static float MoodOf(float energy, float valence) =>
        float.IsNaN(energy) || float.IsNaN(valence) ? float.NaN : energy > 0.5 ? (valence > 0.5 ? 0 : 1) : valence > 0.5 ? 2 : 3;
}
