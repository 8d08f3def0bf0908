using System.Globalization;

namespace MusicTimeMachine.Features.Searching;

/// <summary>The filters by figures: which there are, and how their values are written.</summary>
public static class SearchFilters
{
    private static readonly string[] Shares = ["energy", "valence", "danceability", "acousticness", "instrumentalness", "speechiness", "liveness"];
    private static readonly string[] Moods = ["happy", "angry", "calm", "sad"];
    private static readonly string[] Operators = ["<=", ">=", "<", ">", "=", ":"];

    /// <summary>Their names: seven audio features from 0 to 1, the tempo in beats per minute, the year, liked and mood.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Shares, "tempo", "year", "liked", "mood"];

    /// <summary>Reads <c>energy&gt;0.8</c> and the like.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="sign">One of &lt; &gt; &lt;= &gt;= = and :</param>
    /// <param name="value">What follows.</param>
    /// <param name="excluded">Whether a minus stands before it.</param>
    /// <returns>The filter; or null and a sentence that says how it is written.</returns>
    public static (SearchFilter? Filter, string? Hint) Read(string name, string sign, string value, bool excluded)
    {
        var (low, high) = name switch
        {
            "liked" => sign is ":" or "=" ? Word(value, ["no", "yes"]) ?? Word(value, ["false", "true"]) ?? Nothing : Nothing,
            "mood" => sign is ":" or "=" ? Word(value, Moods) ?? Nothing : Nothing,
            _ => Range(sign, value, name),
        };
        return low <= high
            ? (new SearchFilter(name, low, high, excluded), null)
            : (null, $"“{name}{sign}{Shown(value)}” was searched as words. {HowTo(name)}");
    }

    /// <summary>The operator at the start of a text; null when there is none.</summary>
    internal static string? OperatorAt(ReadOnlySpan<char> text)
    {
        foreach (var sign in Operators)
        {
            if (text.StartsWith(sign, StringComparison.Ordinal)) return sign;
        }

        return null;
    }

    /// <summary>A value as it is repeated in a sentence.</summary>
    internal static string Shown(string value) => value.Length <= 40 ? value : string.Concat(value.AsSpan(0, char.IsHighSurrogate(value[39]) ? 39 : 40), "…");

    private static (float Low, float High) Nothing => (1, 0);

    private static string HowTo(string name) => name switch
    {
        "liked" => "Write liked:yes or liked:no.",
        "mood" => "Write mood:happy, mood:angry, mood:calm or mood:sad.",
        "year" => "Write a year or two of them: year:2010, year:2010..2015, year>=2010.",
        "tempo" => "Write beats per minute: tempo>120, tempo:90..100.",
        _ => $"Write a number from 0 to 1: {name}>0.8, {name}:0.2..0.4.",
    };

    private static (float Low, float High)? Word(string value, ReadOnlySpan<string> words)
    {
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word].Equals(value, StringComparison.OrdinalIgnoreCase)) return (word, word);
        }

        return null;
    }

    private static (float Low, float High) Range(string sign, string value, string name)
    {
        if (sign is ":" or "=" && value.Split("..", 2) is [var from, var to] && from.Length + to.Length > 0)
        {
            var low = from.Length == 0 ? 0 : Number(from, name);
            var high = to.Length == 0 ? float.MaxValue : Number(to, name);
            return low is null || high is null ? Nothing : (Math.Min(low.Value, high.Value), Math.Max(low.Value, high.Value));
        }

        // The columns hold floats of 32 bits: the next one is the least that is more.
        return (sign, Number(value, name)) switch
        {
            (_, null) => Nothing,
            (">", { } bound) => (MathF.BitIncrement(bound), float.MaxValue),
            (">=", { } bound) => (bound, float.MaxValue),
            ("<", { } bound) => (float.MinValue, MathF.BitDecrement(bound)),
            ("<=", { } bound) => (float.MinValue, bound),
            (_, { } bound) => (bound, bound),
        };
    }

    private static float? Number(string text, string name)
    {
        var share = Shares.Contains(name);
        var percent = share && text.EndsWith('%');
        if (percent) text = text[..^1];
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (text.Length > 12 || !float.TryParse(text.Replace(',', '.'), Style, CultureInfo.InvariantCulture, out var number) || !float.IsFinite(number)) return null;
        if (percent) number /= 100;
        return name switch
        {
            "year" => number is >= 0 and <= 9999 && number == MathF.Truncate(number) ? number : null,
            _ when share => number is >= 0 and <= 1 ? number : null,
            _ => number >= 0 ? number : null,
        };
    }
}
