namespace MusicTimeMachine.Features.Catalog;

/// <summary>Names as they are stored, whoever tells them.</summary>
public static class NameText
{
    /// <summary>The longest name of a track, an artist or an album that is kept, in UTF-16 units.</summary>
    public const int Longest = 1000;

    /// <summary>A text without NUL, which PostgreSQL refuses, trimmed, and cut at a whole character; null when nothing is left.</summary>
    /// <param name="text">The text as it was told.</param>
    /// <param name="longest">The most UTF-16 units that are kept.</param>
    public static string? Clean(string? text, int longest = Longest)
    {
        if (text is null) return null;
        text = text.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (text.Length > longest) text = text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd();
        return text.Length == 0 ? null : text;
    }
}
