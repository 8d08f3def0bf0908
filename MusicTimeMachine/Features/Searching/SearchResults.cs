namespace MusicTimeMachine.Features.Searching;

/// <summary>What a search has found, the best first.</summary>
/// <param name="Items">The part of the list that was asked for.</param>
/// <param name="Total">How many there are in the list.</param>
/// <param name="Chance">How they were found.</param>
/// <param name="Marks">The words to be marked in them.</param>
public sealed record SearchResults(IReadOnlyList<SearchHit> Items, int Total, SearchChance Chance, IReadOnlyList<SearchPart> Marks)
{
    /// <summary>Nothing.</summary>
    public static SearchResults None { get; } = new([], 0, SearchChance.Typed, []);

    /// <summary>
    /// Whether so many tracks match that the list holds those among the most heard of the library alone
    /// (<see cref="SearchScope.MostHead"/>).
    /// </summary>
    public bool HasMore { get; init; }
}
