namespace MusicTimeMachine.Features.Searching;

/// <summary>What somebody typed, understood. Made by <see cref="SearchParser"/>; anything at all can be understood.</summary>
/// <param name="Terms">Words and phrases.</param>
/// <param name="Filters">Filters by figures.</param>
/// <param name="Hints">What was not understood and how it is written, as sentences.</param>
public sealed record SearchText(IReadOnlyList<SearchTerm> Terms, IReadOnlyList<SearchFilter> Filters, IReadOnlyList<string> Hints)
{
    /// <summary>Nothing typed.</summary>
    public static SearchText Empty { get; } = new([], [], []);

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => Terms.Count == 0 && Filters.Count == 0;

    /// <summary>The terms that have to be found.</summary>
    public IEnumerable<SearchTerm> Wanted => Terms.Where(term => !term.Excluded);

    /// <summary>The words that stand out where they were found.</summary>
    public IReadOnlyList<SearchPart> Marks => [.. Wanted.SelectMany(term => term.Words)
        .SelectMany(word => word.Joined is null ? word.Parts : [.. word.Parts, new SearchPart(word.Joined, word.Parts[^1].IsBeginning)]).Distinct()];
}
