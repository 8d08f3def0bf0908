using System.Text;

namespace MusicTimeMachine.Features.Searching;

/// <summary>
/// Terms in the language of PostgreSQL's <c>to_tsquery</c>, which folds accents by the configuration <c>music</c>. Parts hold
/// letters and digits only, so that nothing typed can end a quote.
/// </summary>
internal static class SearchExpression
{
    /// <summary>Everything that the index can tell; null where it cannot tell anything.</summary>
    public static string? Of(SearchText text) => Of(text, Exactly);

    /// <summary>The same, with each word that has to be found written by the caller.</summary>
    public static string? Of(SearchText text, Func<SearchWord, char?, string> write) => And(text.Terms
        .Where(term => !term.Excluded || term.Field != SearchField.Artist)
        .Select(term => term.Excluded ? "!" + Of(term, Label(term), Exactly) : Of(term, Label(term), write)));

    /// <summary>What artists alone have to hold or not: titles have the weight of artists, and only the artists themselves can tell.</summary>
    public static string? OfArtists(SearchText text) => And(text.Terms
        .Where(term => term.Field == SearchField.Artist)
        .Select(term => (term.Excluded ? "!" : "") + Of(term, null, Exactly)));

    /// <summary>A word as typed: its parts one after the other, or all in one.</summary>
    public static string Exactly(SearchWord word, char? label)
    {
        var parts = InARow(word.Parts, label);
        return word.Joined is null ? $"({parts})" : $"({parts} | {Lexeme(new SearchPart(word.Joined, word.Parts[^1].IsBeginning), label)})";
    }

    /// <summary>One word of the index, or the beginning of words.</summary>
    public static string Lexeme(SearchPart part, char? label) => part.IsBeginning ? $"'{part.Text}':*{label}" : label is null ? $"'{part.Text}'" : $"'{part.Text}':{label}";

    private static char? Label(SearchTerm term) => term.Field switch
    {
        SearchField.Artist => 'A',
        SearchField.Album => 'B',
        _ => null,
    };

    private static string Of(SearchTerm term, char? label, Func<SearchWord, char?, string> write) =>
        term.IsPhrase ? $"({InARow([.. term.Words.SelectMany(word => word.Parts)], label)})" : write(term.Words[0], label);

    private static string InARow(IReadOnlyList<SearchPart> parts, char? label)
    {
        var row = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            // What is indexed from each of its places has no place of its own.
            if (i > 0) row.Append(parts[i].IsAnywhere || parts[i - 1].IsAnywhere ? " & " : " <-> ");
            row.Append(Lexeme(parts[i], label));
        }

        return row.ToString();
    }

    private static string? And(IEnumerable<string> terms)
    {
        var all = string.Join(" & ", terms);
        return all.Length == 0 ? null : all;
    }
}
