using System.Text;

namespace MusicTimeMachine.Features.Searching;

/// <summary>
/// Understands what is typed into the search: words, <c>"phrases"</c>, <c>-without</c>, <c>artist:</c>, <c>album:</c> and the
/// filters of <see cref="SearchFilters"/>. Whatever it does not understand is words; no text is an error.
/// </summary>
public static class SearchParser
{
    /// <summary>How many characters are read.</summary>
    public const int MaxLength = 500;

    /// <summary>How many words and phrases count.</summary>
    public const int MaxTerms = 24;

    private const string Filters = "The filters are artist:, album:, year:, liked:, mood: and audio features such as energy>0.8.";

    /// <summary>Understands a text.</summary>
    public static SearchText Parse(string? typed)
    {
        List<string> hints = [];
        var reading = new Reading(Clean(typed ?? "", hints), hints);
        while (reading.Next()) { }
        return reading.Result();
    }

    /// <summary>
    /// One normal form, and nothing in it that a database or a font cannot take. The number of characters that are looked at is
    /// bounded before anything is done with them.
    /// </summary>
    private static string Clean(string typed, List<string> hints)
    {
        if (typed.Length > MaxLength)
        {
            typed = typed[..MaxLength];
            hints.Add($"Only the first {MaxLength} characters were searched.");
        }

        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (rune.Value is '“' or '”' or '„' or '«' or '»') clean.Append('"');
            else clean.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar || IsNoCharacter(rune) ? " " : rune.ToString());
        }

        return clean.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>The 66 code points that Unicode promises never to use; a normal form refuses them.</summary>
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private sealed class Reading(string text, List<string> hints)
    {
        private readonly List<SearchTerm> _terms = [];
        private readonly List<SearchFilter> _filters = [];
        private readonly StringBuilder _signs = new();
        private int _at;

        /// <summary>Reads one thing; false at the end.</summary>
        public bool Next()
        {
            _at = SkipSpace(_at);
            if (_at >= text.Length) return false;
            var excluded = text[_at] == '-' && _at + 1 < text.Length && !char.IsWhiteSpace(text[_at + 1]);
            if (excluded) _at++;
            if (!TryFilter(excluded)) ReadTerm(SearchField.Anywhere, excluded);
            return true;
        }

        public SearchText Result()
        {
            // Signs are in nobody's way beside words; alone, they are what is looked for.
            if (_terms.Count == 0 && _signs.Length > 0) _terms.Add(new SearchTerm([SearchWord.OfSigns(_signs.ToString())]));
            if (_terms.Count > MaxTerms) hints.Add($"Only the first {MaxTerms} words were searched.");
            return new SearchText([.. _terms.Take(MaxTerms)], [.. _filters.Take(MaxTerms)], [.. hints.Distinct().Take(5)]);
        }

        /// <summary>Reads <c>name:value</c> or <c>name&gt;value</c>; nothing where there is no such thing, or it is not understood.</summary>
        private bool TryFilter(bool excluded)
        {
            var end = _at;
            while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
            if (end == _at) return false;
            var name = text[_at..end].ToLowerInvariant();
            var known = SearchFilters.Names.Contains(name);

            // Round a comparison there may be spaces: "energy > 0.8". Not round a colon, which titles have too.
            var sign = SearchFilters.OperatorAt(text.AsSpan(end));
            if (sign is null && known) sign = SearchFilters.OperatorAt(text.AsSpan(end = SkipSpace(end))) is { } later and not ":" ? later : null;
            if (sign is null) return false;
            var value = end + sign.Length;
            if (known && sign != ":") value = SkipSpace(value);
            var missing = value >= text.Length || char.IsWhiteSpace(text[value]);
            if (name is "artist" or "album" && sign == ":")
            {
                if (missing) return false;
                _at = value;
                ReadTerm(name == "artist" ? SearchField.Artist : SearchField.Album, excluded);
                return true;
            }

            if (known) return TryNumber(name, sign, value, excluded);
            if (!missing && sign == ":") hints.Add($"There is no filter “{SearchFilters.Shown(name)}”; it was searched as words. {Filters}");
            return false;
        }

        private bool TryNumber(string name, string sign, int start, bool excluded)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            var (filter, hint) = SearchFilters.Read(name, sign, text[start..end].Trim('"'), excluded);
            if (hint is not null) hints.Add(hint);
            if (filter is null) return false;
            _filters.Add(filter);
            _at = end;
            return true;
        }

        private void ReadTerm(SearchField field, bool excluded)
        {
            var quoted = text[_at] == '"';
            if (quoted) _at++;
            var start = _at;
            while (_at < text.Length && text[_at] != '"' && (quoted || !char.IsWhiteSpace(text[_at]))) _at++;
            var unfinished = _at == text.Length;
            var typed = text[start.._at].Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
            if (quoted && !unfinished) _at++;

            var words = typed.Select((word, i) => SearchWord.Of(word, unfinished && i == typed.Length - 1)).Where(word => word.Parts.Count > 0).ToList();
            if (words.Count > 0) _terms.Add(new SearchTerm([.. words.Take(MaxTerms)]) { Field = field, Excluded = excluded });
            else if (!excluded) _signs.AppendJoin("", typed);
        }

        private int SkipSpace(int from)
        {
            while (from < text.Length && char.IsWhiteSpace(text[from])) from++;
            return from;
        }
    }
}
