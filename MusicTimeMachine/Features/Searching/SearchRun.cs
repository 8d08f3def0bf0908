using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Searching;

/// <summary>One search for words, from what they are in themselves to what they may have meant.</summary>
/// <param name="context">Of this search alone.</param>
/// <param name="statement">The words as typed.</param>
/// <param name="scope">Where to look.</param>
/// <param name="limit">How many hits.</param>
/// <param name="offset">How many to pass over.</param>
internal sealed class SearchRun(MusicContext context, SearchStatement statement, SearchScope scope, int limit, int offset)
{
    /// <summary>So many tracks are ranked all; where more are expected, the head of the library alone.</summary>
    private const int RankAll = 3_000;

    /// <summary>How many of the most heard tracks tell how common words are.</summary>
    private const int Sample = 300;

    /// <summary>So many matches in the head of the library are as good as all.</summary>
    private const int Enough = 600;

    /// <summary>Searches.</summary>
    public async Task<SearchResults> AskAsync(CancellationToken cancellationToken)
    {
        if (scope.IsFiltered && scope.Count == 0) return SearchResults.None;
        var large = scope.Library > RankAll;
        var sample = large ? scope.Head(Sample) : [];
        var outlook = await statement.LookAheadAsync(context, sample, cancellationToken);
        var common = large && (statement.Exact is null || (long)outlook.Hits * scope.Library / sample.Length > RankAll);
        var head = common ? Math.Clamp(Enough * sample.Length / Math.Max(1, outlook.Hits), Enough, SearchScope.MostHead) : Enough;
        var asked = statement;
        if (scope.IsFiltered && scope.Count <= head)
        {
            asked = statement with { Among = scope.Head(scope.Count) };
        }
        else if (common)
        {
            // Words that much of the library has: there are enough matches among what is heard most.
            var frequent = await FindAsync(statement with { Among = scope.Head(head) }, cancellationToken);
            if (frequent.Total >= SearchQuery.Few) return frequent with { HasMore = true };
        }

        if (large && outlook.Hits > 0)
        {
            var typed = await FindAsync(asked, cancellationToken);
            if (typed.Total >= SearchQuery.Few) return typed;
        }

        var forms = await FindFormsAsync(asked, WordForms.Of(outlook.Words.Zip(outlook.Forms)), cancellationToken);
        return forms.Total > 0 ? forms : await FindSimilarAsync(asked, cancellationToken);
    }

    private async Task<SearchResults> FindAsync(SearchStatement asked, CancellationToken cancellationToken)
    {
        var best = scope.Rank(await asked.FindAsync(context, cancellationToken), offset, limit);
        return new SearchResults(
            await SearchNames.ReadAsync(context, asked.UserId, best.Tracks, best.Scores, cancellationToken), best.Total,
            best.Typed < best.Total ? SearchChance.Forms : SearchChance.Typed, asked.Text.Marks);
    }

    /// <summary>Behind what has the words themselves, if that is little, comes what has another form of them.</summary>
    private async Task<SearchResults> FindFormsAsync(SearchStatement asked, Dictionary<string, SearchPart[]> forms, CancellationToken cancellationToken)
    {
        if (forms.Count == 0) return await FindAsync(asked, cancellationToken);
        var results = await FindAsync(asked with { Wide = WordForms.Wide(asked.Text, forms) }, cancellationToken);
        return results.Chance == SearchChance.Typed ? results : results with { Marks = [.. results.Marks, .. forms.SelectMany(word => word.Value)] };
    }

    private async Task<SearchResults> FindSimilarAsync(SearchStatement asked, CancellationToken cancellationToken)
    {
        var neighbours = await WordForms.NeighboursAsync(context, asked.UserId, asked.Text, cancellationToken);
        if (neighbours.Count == 0) return SearchResults.None;
        var alike = asked with
        {
            Wide = WordForms.Wide(asked.Text, neighbours),
            Alike = string.Join(' ', asked.Text.Wanted.SelectMany(term => term.Words).Select(word => word.Typed)),
        };
        var results = await FindAsync(alike, cancellationToken);
        return results.Total == 0 ? SearchResults.None
            : results with { Chance = SearchChance.Similar, Marks = [.. results.Marks, .. neighbours.SelectMany(word => word.Value)] };
    }
}
