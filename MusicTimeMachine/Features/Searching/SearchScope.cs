namespace MusicTimeMachine.Features.Searching;

/// <summary>The part of a library in which a search looks: what passes its filters, or everything.</summary>
/// <param name="figures">The library.</param>
/// <param name="passes">Of each of its tracks whether it passes the filters; null where there are none.</param>
internal sealed class SearchScope(LibraryFigures figures, bool[]? passes)
{
    /// <summary>How many tracks of the most heard are looked at instead of the whole library where that would take too long.</summary>
    public const int MostHead = 1_500;

    /// <summary>How many tracks the whole library has.</summary>
    public int Library => figures.Tracks.Length;

    /// <summary>How many tracks pass.</summary>
    public int Count { get; } = passes?.AsSpan().Count(true) ?? figures.Tracks.Length;

    /// <summary>Whether filters leave anything out at all.</summary>
    public bool IsFiltered => passes is not null;

    /// <summary>A part of the tracks that pass, in the order of <see cref="LibraryFigures.Tracks"/>.</summary>
    public long[] Part(int offset, int limit) => [.. (passes is null ? figures.Tracks : figures.Tracks.Where((_, place) => passes[place])).Skip(offset).Take(limit)];

    /// <summary>The most heard of the tracks that pass, in the order of their ids, in which an index is gone through quickest.</summary>
    public long[] Head(int count) => [.. Part(0, count).Order()];

    /// <summary>The best of some matches that pass: by score, then by plays, then as in <see cref="LibraryFigures.Tracks"/>.</summary>
    public SearchRanking Rank(SearchMatches matches, int offset, int limit)
    {
        List<int> passing = [.. Enumerable.Range(0, matches.Tracks.Length)];
        if (passes is not null) passing.RemoveAll(at => !Passes(matches.Tracks[at]));
        var typed = passing.Count(at => matches.Typed[at]);

        // Other forms of the words are for those who find little.
        if (typed >= SearchQuery.Few) passing.RemoveAll(at => !matches.Typed[at]);
        var best = passing.Order(Comparer<int>.Create((a, b) => Compare(matches, a, b))).Skip(offset).Take(limit).ToArray();
        return new SearchRanking([.. best.Select(at => matches.Tracks[at])], [.. best.Select(at => matches.Scores[at])], passing.Count, typed);
    }

    /// <summary>Which of two matches comes first. Places are looked up where all else is equal, which is seldom.</summary>
    private int Compare(SearchMatches matches, int a, int b)
    {
        if (matches.Scores[b].CompareTo(matches.Scores[a]) is var byScore && byScore != 0) return byScore;
        if (matches.Plays[b].CompareTo(matches.Plays[a]) is var byPlays && byPlays != 0) return byPlays;
        var (first, second) = (matches.Tracks[a], matches.Tracks[b]);
        return figures.PlaceOf(first).CompareTo(figures.PlaceOf(second)) is var byPlace && byPlace != 0 ? byPlace : first.CompareTo(second);
    }

    // What came into the library after the figures were read has none.
    private bool Passes(long track) => figures.PlaceOf(track) is var place && place < passes!.Length && passes[place];
}
