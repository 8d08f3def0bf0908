using System.Text;

namespace MusicTimeMachine.Ui.Covers;

/// <summary>Where the drawn cover of a name is found.</summary>
public static class CoverAddress
{
    /// <summary>The address, such as <c>/covers/album/9f3a0c…1e.svg</c>. It holds a hash only: no log learns what somebody listens to.</summary>
    public static string Of(CoverKind kind, string name, string? artist) =>
        string.Create(null, $"/covers/{Word(kind)}/{SeedOf(kind, name, artist):x16}.svg");

    /// <summary>The number that a cover is drawn from: the same for the same text on every machine, whatever its case or Unicode form.</summary>
    public static ulong SeedOf(CoverKind kind, string name, string? artist)
    {
        var hash = Mix(14695981039346656037UL, Word(kind));
        hash = Mix(hash, name);
        return kind == CoverKind.Artist ? hash : Mix(hash, artist ?? "");
    }

    /// <summary>The kind's word in the address.</summary>
    public static string Word(CoverKind kind) => kind switch
    {
        CoverKind.Album => "album",
        CoverKind.Artist => "artist",
        _ => "track",
    };

    /// <summary>FNV-1a over the text's UTF-8 (http://www.isthe.com/chongo/tech/comp/fnv/), and a zero byte that ends it.</summary>
    private static ulong Mix(ulong hash, string text)
    {
        foreach (var octet in Encoding.UTF8.GetBytes(Fold(text)))
            hash = (hash ^ octet) * 1099511628211UL;
        return hash * 1099511628211UL;
    }

    /// <summary>Half a surrogate pair and U+FFFE cannot be normalised: they become replacement characters first.</summary>
    private static string Fold(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();
}
