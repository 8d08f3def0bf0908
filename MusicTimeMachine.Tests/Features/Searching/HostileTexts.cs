using System.Text;

namespace MusicTimeMachine.Tests.Features.Searching;

/// <summary>What nobody types, and what somebody tries.</summary>
public static class HostileTexts
{
    private static readonly string[] Pieces =
    [
        "'", "''", "\"", "“", "\\", "%", "_", "&", "|", "!", "(", ")", "<->", "<2>", ":*", ":A", ":", "*", "-", "--", "/*", ";", "$1", "{0}", "\0", "\u0001", "\u200b", "\u202e", "\ufeff",
        "\ud800", "\udc00", "🔥", "👩‍👩‍👧", "\u0301", "é", "ß", "İ", "ı", "ﬀ", "½", "Ⅷ", "٣", "हिन्दी", "夜", "に", "駆ける", "สวัสดี", "ＡＢ", "q0q", "null", "NaN", "1e9", "1e999", "-5", "007", "..", "...",
        "energy", "energy>", "energy>0.8", "energy>=1e308", "year:", "year:2010..", "year:99999999999999999999", "tempo<", "liked:", "liked:yes", "mood:", "mood:happy", "artist:", "artist:\"", "album:a", "x:y",
        "the", "a", "blue", "ac/dc", "don't", "R.E.M.", "<b>", "http://example.org/a?b=c", "a@b.c", "1.2.3", "to_tsquery('x')", "'; drop table tracks; --", "\t", "\n", "\u00a0", "\u3000", "\u2028",
    ];

    /// <summary>Deterministic mixtures of pieces, of random characters, and of both, some of them long.</summary>
    public static IEnumerable<string> Many(int count)
    {
        yield return new string('x', 100_000);
        yield return new string('夜', 100_000);
        yield return new string('"', 100_000);
        yield return string.Concat(Enumerable.Repeat("a/", 50_000));
        yield return string.Concat(Enumerable.Repeat("-a \"b ", 20_000));
        yield return string.Concat(Enumerable.Repeat("\ufdfa", 20_000));
        foreach (var piece in Pieces) yield return piece;
        var random = new Random(11);
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            for (var piece = random.Next(1, 9); piece > 0; piece--)
            {
                text.Append(random.Next(4) == 0 ? ((char)random.Next(0x10000)).ToString() : Pieces[random.Next(Pieces.Length)]);
                if (random.Next(2) == 0) text.Append(' ');
            }

            yield return text.ToString();
        }
    }
}
