using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Searching;

/// <summary>
/// Finds tracks of a person's library by words and filters: by text rank (title and artists weigh 1, the album 0.4), then
/// by the person's own plays, then by popularity.
/// </summary>
public sealed class SearchQuery(IDbContextFactory<MusicContext> contexts, LibraryHeads heads)
{
    /// <summary>The longest part of the list that is given at once.</summary>
    public const int MostHits = 200;

    /// <summary>Fewer matches than this, and other forms of the words are looked for as well.</summary>
    internal const int Few = 50;

    /// <summary>So many tracks are ranked all; where more are expected, the head of the library alone.</summary>
    private const int RankAll = 5_000;

    /// <summary>How many of the most heard tracks tell how common words are.</summary>
    private const int Sample = 300;

    /// <summary>So many matches in the head of the library are as good as all.</summary>
    private const int Enough = 800;

    /// <summary>Searches.</summary>
    /// <param name="userId">Whose library.</param>
    /// <param name="text">What is looked for.</param>
    /// <param name="limit">How many hits, 1 to <see cref="MostHits"/>; others are taken as the nearest of these.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<SearchResults> AskAsync(Guid userId, SearchText text, int limit, int offset, CancellationToken cancellationToken)
    {
        if (text.IsEmpty) return SearchResults.None;
        (limit, offset) = (Math.Clamp(limit, 1, MostHits), Math.Clamp(offset, 0, 1_000_000));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var statement = new SearchStatement(userId, text, SearchExpression.Of(text));

        var head = await heads.ReadAsync(userId, cancellationToken);
        var (large, words) = (head.Size > RankAll, WordForms.Words(text));
        var outlook = await statement.LookAheadAsync(context, large ? head.First(Sample) : [], words, cancellationToken);
        if (large && (statement.Exact is null || (long)outlook.Hits * head.Size / Sample > RankAll))
        {
            // Words that much of the library has: there are enough matches among what is heard most.
            var among = head.First(Math.Max(Enough, Enough * Sample / Math.Max(1, outlook.Hits)));
            var frequent = await AskAsync(context, statement with { Among = among }, limit, offset, cancellationToken);
            if (frequent.Total >= Few) return frequent with { HasMore = true };
        }

        if (large && outlook.Hits > 0)
        {
            var typed = await AskAsync(context, statement, limit, offset, cancellationToken);
            if (typed.Total >= Few) return typed;
        }

        var forms = await AskFormsAsync(context, statement, WordForms.Beginnings(words, outlook.Stems), limit, offset, cancellationToken);
        return forms.Total > 0 || words.Length == 0 ? forms : await AskSimilarAsync(context, statement, limit, offset, cancellationToken);
    }

    private static async Task<SearchResults> AskAsync(MusicContext context, SearchStatement statement, int limit, int offset, CancellationToken cancellationToken)
    {
        var rows = await statement.FindAsync(context, limit, offset, cancellationToken);
        var first = rows.FirstOrDefault() ?? (offset == 0 ? null : (await statement.FindAsync(context, 1, 0, cancellationToken)).FirstOrDefault());
        return new SearchResults(
            [.. rows.Select(row => new SearchHit(row.Id, row.Name, row.Artist, row.Album, row.Image, row.Plays, row.Score))], first?.Total ?? 0,
            first?.Typed < first?.Total ? SearchChance.Forms : SearchChance.Typed, Marks(statement.Text));
    }

    /// <summary>Behind what has the words themselves, if that is little, comes what has another form of them.</summary>
    private static async Task<SearchResults> AskFormsAsync(
        MusicContext context, SearchStatement statement, Dictionary<string, SearchPart> stems, int limit, int offset, CancellationToken cancellationToken)
    {
        if (stems.Count == 0) return await AskAsync(context, statement, limit, offset, cancellationToken);
        var wide = statement with { Wide = WordForms.Wide(statement.Text, stems), English = WordForms.English(statement.Text) };
        var results = await AskAsync(context, wide, limit, offset, cancellationToken);
        return results.Chance == SearchChance.Typed ? results : results with { Marks = [.. results.Marks, .. stems.Values] };
    }

    private static async Task<SearchResults> AskSimilarAsync(
        MusicContext context, SearchStatement statement, int limit, int offset, CancellationToken cancellationToken)
    {
        var neighbours = await WordForms.NeighboursAsync(context, statement.UserId, statement.Text, cancellationToken);
        if (neighbours.Count == 0) return SearchResults.None;
        var alike = statement with
        {
            Wide = WordForms.Wide(statement.Text, neighbours),
            Alike = string.Join(' ', statement.Text.Wanted.SelectMany(term => term.Words).Select(word => word.Typed)),
        };
        var results = await AskAsync(context, alike, limit, offset, cancellationToken);
        return results.Total == 0 ? SearchResults.None
            : results with { Chance = SearchChance.Similar, Marks = [.. results.Marks, .. neighbours.SelectMany(word => word.Value)] };
    }

    private static IReadOnlyList<SearchPart> Marks(SearchText text) => [.. text.Wanted.SelectMany(term => term.Words)
        .SelectMany(word => word.Joined is null ? word.Parts : [.. word.Parts, new SearchPart(word.Joined, word.Parts[^1].IsBeginning)]).Distinct()];
}
