using System.Globalization;
using System.Text;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>The rules for names that people give themselves and their things.</summary>
internal static class AccountNames
{
    /// <summary>The name as it is stored: composed (Unicode form C), without white space around it.</summary>
    public static string Clean(string? name) => IsText(name) ? name!.Normalize(NormalizationForm.FormC).Trim() : name ?? "";

    /// <summary>Why a cleaned name cannot be one to sign in with; null when it can.</summary>
    public static string? Refuse(string name) => Refuse(name, 64, "The name");

    /// <summary>Why a cleaned text cannot be stored; null when it can.</summary>
    /// <param name="text">What was entered.</param>
    /// <param name="longest">The greatest length, in UTF-16 units.</param>
    /// <param name="subject">How the sentence begins, such as "The name".</param>
    public static string? Refuse(string text, int longest, string subject)
    {
        if (text.Length == 0) return $"{subject} is missing.";
        if (text.Length > longest) return $"{subject} is too long: {text.Length} characters, and {longest} are the most.";
        return IsVisible(text) ? null : $"{subject} contains a character that cannot be seen, such as a line break.";
    }

    // Half a surrogate pair is no text; it can be neither normalised nor stored.
    private static bool IsText(string? name) => name is not null && name.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

    private static bool IsVisible(string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned));
}
