namespace MusicTimeMachine.Features.Searching;

/// <summary>What the search box offers while somebody types.</summary>
public sealed class SuggestQuery(SearchQuery search)
{
    /// <summary>How many tracks are offered at most.</summary>
    public const int Most = 7;

    /// <summary>The best matches of what is typed so far; of one's own library, as always.</summary>
    public Task<SearchResults> AskAsync(Guid userId, string typed, CancellationToken cancellationToken) =>
        search.AskAsync(userId, SearchParser.Parse(typed), Most, 0, cancellationToken);
}
