using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Evolution;

/// <summary>All months of a history, counted once. It holds as long as what it was counted from is what there is.</summary>
internal sealed class EvolutionHistory
{
    private readonly Heard _heard;
    private readonly HeardFeatures _features;
    private readonly HeardGenres _genres;
    private readonly Dictionary<DateOnly, (EvolutionMonth Numbers, double[] Genres)> _months;

    /// <summary>Counts.</summary>
    public EvolutionHistory(Heard heard, HeardFeatures features, HeardGenres genres)
    {
        (_heard, _features, _genres) = (heard, features, genres);
        var walk = new EvolutionWalk(heard.Catalog, features, genres);
        _months = heard.Months.ToDictionary(month => month.Month, walk.Count);
    }

    /// <summary>Whether it was counted from just these.</summary>
    public bool IsOf(Heard heard, HeardFeatures features, HeardGenres genres) =>
        _heard.IsSameAs(heard) && ReferenceEquals(_features, features) && ReferenceEquals(_genres, genres);

    /// <summary>Some of the months, and the genres that were heard most in them.</summary>
    /// <param name="months">The first days of the months.</param>
    /// <param name="most">How many genres have a series of their own.</param>
    public EvolutionData Of(IReadOnlyList<DateOnly> months, int most)
    {
        double[][] genres = [.. months.Select(month => _months.TryGetValue(month, out var known) ? known.Genres : new double[_genres.Names.Length])];
        var total = new double[_genres.Names.Length];
        foreach (var month in genres)
        {
            for (var genre = 0; genre < total.Length; genre++) total[genre] += month[genre];
        }

        var best = Enumerable.Range(0, total.Length).Where(genre => total[genre] > 0)
            .OrderByDescending(genre => total[genre]).ThenBy(genre => _genres.Names[genre], StringComparer.Ordinal).Take(most).ToList();
        return new EvolutionData(
            [.. months.Select(month => _months.TryGetValue(month, out var known) ? known.Numbers : new EvolutionMonth(month, 0, 0, 0, 0, null, null))],
            [.. best.Select(genre => new GenreSeries(_genres.Names[genre], [.. genres.Select(month => month[genre])]))],
            [.. genres.Select(month => Math.Max(0, month.Sum() - best.Sum(genre => month[genre])))]);
    }
}
