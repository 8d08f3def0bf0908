using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MusicTimeMachine.Features.Catalog;

/// <summary>
/// Names as they are compared: two spellings of one name have the same key. Case, accents on Latin letters, punctuation
/// and white space do not matter ("AC/DC" and "ac dc" differ only in a space, which is dropped as well). Marks that make
/// other letters of other scripts (が from か) do.
/// </summary>
public static partial class NameKey
{
    /// <summary>Longest key, in UTF-16 units, so that any name fits an index row.</summary>
    public const int MaxLength = 300;

    /// <summary>The key of an artist's or an album's name. Never empty for a name that is not.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        var latin = false;
        foreach (var rune in Normal(name).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.NonSpacingMark)
            {
                if (!latin) key.Append(rune.ToString());
            }
            else if (Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.SpacingCombiningMark)
            {
                latin = rune.Value < 0x250;
                key.Append(Fold(rune));
            }
        }

        // "!!!" and "÷" are names too: what has no letters is compared as it is.
        var result = key.Length > 0 ? key.ToString().Normalize(NormalizationForm.FormC) : name.Trim().ToLowerInvariant();
        return result.Length <= MaxLength ? result : CutAtRune(result);
    }

    /// <summary>The key of a track's title: the credits of guests in brackets do not make another song.</summary>
    public static string OfTitle(string title)
    {
        var bare = Guests().Replace(title, "");
        return Of(string.IsNullOrWhiteSpace(bare) ? title : bare);
    }

    // Halves of surrogate pairs, and the code points that Unicode promises never to use, have no normal form.
    private static string Normal(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return string.Concat(name.EnumerateRunes().Where(rune => (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF))).Normalize(NormalizationForm.FormKD);
        }
    }

    private static string Fold(Rune rune) => Rune.ToLowerInvariant(rune).Value switch
    {
        'ß' => "ss",
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        var other => new Rune(other).ToString(),
    };

    private static string CutAtRune(string text) =>
        text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];

    // "Nightbus (feat. Ida Brandt)", "Nightbus [ft. Ida Brandt & Co]"
    [GeneratedRegex(@"\s*[\(\[](feat|ft|featuring)\b[^\)\]]*[\)\]]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Guests();
}
