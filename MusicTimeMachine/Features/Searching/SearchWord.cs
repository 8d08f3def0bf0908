using System.Globalization;
using System.Text;

namespace MusicTimeMachine.Features.Searching;

/// <summary>
/// Something typed without a space in it. Punctuation divides it into parts, and is at the same time left out: "AC/DC" is
/// the parts "ac" and "dc", and "acdc". The database's function <c>search_words</c> does the same with names.
/// </summary>
/// <param name="Parts">Runs of letters and digits, in lower case; none for a word of signs only.</param>
public sealed record SearchWord(IReadOnlyList<SearchPart> Parts)
{
    /// <summary>Longer parts are cut, and then found by their beginning.</summary>
    private const int MaxLength = 64;

    /// <summary>How many characters of a script without spaces are indexed from each place.</summary>
    private const int MaxUnspaced = 16;

    /// <summary>What was typed, without the parts made of it.</summary>
    public string Typed { get; private init; } = "";

    /// <summary>All parts as one word: "acdc". Null where there is one part alone, or a script without spaces.</summary>
    public string? Joined { get; private init; }

    /// <summary>Divides what was typed.</summary>
    /// <param name="typed">Normalised (NFKC), without white space.</param>
    /// <param name="unfinished">Whether more letters may follow: the last part is found by its beginning.</param>
    public static SearchWord Of(string typed, bool unfinished)
    {
        List<SearchPart> parts = [];
        var run = new StringBuilder();
        var unspaced = false;
        foreach (var rune in typed.ToLowerInvariant().EnumerateRunes())
        {
            var letter = IsLetter(rune);
            if (run.Length > 0 && (!letter || IsUnspaced(rune) != unspaced)) Flush();
            if (!letter) continue;
            unspaced = IsUnspaced(rune);
            run.Append(rune.ToString());
        }

        Flush();
        if (unfinished && parts.Count > 0) parts[^1] = parts[^1] with { IsBeginning = true };
        var joined = parts.Count > 1 && !parts.Exists(part => part.IsAnywhere) ? string.Concat(parts.Select(part => part.Text)) : null;
        return new SearchWord(parts) { Typed = typed, Joined = joined?.Length <= MaxLength ? joined : null };

        void Flush()
        {
            var text = run.ToString();
            run.Clear();
            if (text.Length == 0) return;
            if (!unspaced) parts.Add(new SearchPart(Cut(text, MaxLength), text.Length > MaxLength));
            else for (var rest = text; rest.Length > 0; rest = rest[Cut(rest, MaxUnspaced).Length..]) parts.Add(new SearchPart(Cut(rest, MaxUnspaced), true) { IsAnywhere = true });
        }
    }

    /// <summary>A word of signs only, such as "!!!", as the database writes it: by its bytes.</summary>
    public static SearchWord OfSigns(string signs) => new([new("q0q" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Cut(signs.ToLowerInvariant(), MaxLength))), true)]) { Typed = signs };

    /// <summary>Whether it belongs to a word; all else is punctuation.</summary>
    internal static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber;

    // Thai and Lao; Burmese; Khmer; Japanese; Chinese.
    private static bool IsUnspaced(Rune rune) => rune.Value
        is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3005 and <= 0x3007)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
