using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Searching;

/// <summary>Other words that may be meant: those with the same English stem, and those that look alike.</summary>
internal static class WordForms
{
    /// <summary>Shorter stems would lead to half of the library.</summary>
    public const int ShortestStem = 3;

    private const int MostNeighbours = 12;

    /// <summary>The words for which others may stand, as they are looked up, and whether more letters may follow.</summary>
    public static (string Key, bool IsBeginning)[] Words(SearchText text) =>
        [.. text.Wanted.Where(term => !term.IsPhrase).Select(term => (Key(term.Words[0]), term.Words[0].Parts[^1].IsBeginning)).Where(word => word.Item1.Length > 0).Distinct()];

    /// <summary>Other words by the words that they may stand for.</summary>
    public static Dictionary<string, SearchPart[]> Of(IEnumerable<(string Word, string Other)> pairs) => pairs.GroupBy(pair => pair.Word)
        .ToDictionary(word => word.Key, word => word.Select(pair => new SearchPart(pair.Other, false)).ToArray());

    /// <summary>
    /// Words of the library that may have been meant: with two letters swapped or one too many, which few trigrams survive in
    /// a short word ("nihgt"), and those that share many trigrams with the typed one.
    /// </summary>
    public static async Task<Dictionary<string, SearchPart[]>> NeighboursAsync(MusicContext context, Guid userId, SearchText text, CancellationToken cancellationToken)
    {
        var words = Words(text).Select(word => word.Key).Distinct().ToArray();
        var slips = words.SelectMany(word => Slips(word).Select(slip => (word, slip))).ToArray();
        var (slipped, meant) = (slips.Select(slip => slip.word).ToArray(), slips.Select(slip => slip.slip).ToArray());
        var pairs = await context.Database.SqlQuery<WordPair>(
            $"""
             select slip.word, w.word as other
             from unnest({slipped}, {meant}) as slip (word, meant) join library_words w on w.user_id = {userId} and w.word = unaccent(slip.meant)
             union
             select typed.word, near.word as other
             from unnest({words}) as typed (word), lateral (
                 select w.word from library_words w
                 where w.user_id = {userId} and w.word % unaccent(typed.word)
                 order by similarity(w.word, unaccent(typed.word)) desc, w.word limit {MostNeighbours}) near
             order by word, other
             """).ToListAsync(cancellationToken);
        return Of(pairs.Select(pair => (pair.Word, pair.Other)));
    }

    /// <summary>A word with two neighbouring letters swapped, or with one letter left out.</summary>
    private static IEnumerable<string> Slips(string word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            if (char.IsSurrogate(word[at])) continue;
            yield return word.Remove(at, 1);
            if (at > 0 && !char.IsSurrogate(word[at - 1])) yield return $"{word.AsSpan(0, at - 1)}{word[at]}{word[at - 1]}{word.AsSpan(at + 1)}";
        }
    }

    /// <summary>The terms, each word or what may be meant by it.</summary>
    public static string? Wide(SearchText text, Dictionary<string, SearchPart[]> others) =>
        SearchExpression.Of(text, (word, label) => others.TryGetValue(Key(word), out var near)
            ? $"({SearchExpression.Exactly(word, label)} | {string.Join(" | ", near.Select(part => SearchExpression.Lexeme(part, label)))})" : SearchExpression.Exactly(word, label));

    /// <summary>What is looked up for a word: all its letters. Scripts without spaces have neither stems nor typing errors of this kind.</summary>
    private static string Key(SearchWord word) => word.Joined ?? (word.Parts is [{ IsAnywhere: false } part] ? part.Text : "");

    private sealed record WordPair(string Word, string Other);
}
