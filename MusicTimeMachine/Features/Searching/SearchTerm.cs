namespace MusicTimeMachine.Features.Searching;

/// <summary>A word or a quoted phrase of a search, in the order of typing.</summary>
/// <param name="Words">The words of a phrase; of a single word, one.</param>
public sealed record SearchTerm(IReadOnlyList<SearchWord> Words)
{
    /// <summary>Where it has to stand.</summary>
    public SearchField Field { get; init; }

    /// <summary>Whether it must not be there: <c>-word</c>.</summary>
    public bool Excluded { get; init; }

    /// <summary>Whether its words have to stand one after the other.</summary>
    public bool IsPhrase => Words.Count > 1;
}
