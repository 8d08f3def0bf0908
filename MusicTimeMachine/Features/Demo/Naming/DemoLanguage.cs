namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>
/// Words of a language for titles and band names. The nouns share gender and number, so that every adjective
/// agrees with every noun and the phrases are right without a grammar.
/// </summary>
/// <param name="Before">Adjectives that stand before the noun, with the space where the language has one.</param>
/// <param name="Nouns">Nouns.</param>
/// <param name="After">What can follow a noun: "in October", an adjective.</param>
/// <param name="Sayings">Whole titles.</param>
internal sealed record DemoLanguage(string[] Before, string[] Nouns, string[] After, string[] Sayings)
{
    /// <summary>A language from lists that are separated by bars.</summary>
    public DemoLanguage(string before, string nouns, string after, string sayings)
        : this(before.Split('|'), nouns.Split('|'), after.Split('|'), sayings.Split('|'))
    {
    }

    /// <summary>A title of a song or an album.</summary>
    public string Title(DemoRandom random)
    {
        var noun = random.Pick(Nouns);
        return Capitalised(random.Choose([16, 30, 26, 14, 14]) switch
        {
            0 => noun,
            1 => random.Pick(Before) + noun,
            2 => noun + random.Pick(After),
            3 => random.Pick(Before) + noun + random.Pick(After),
            _ => random.Pick(Sayings),
        });
    }

    /// <summary>A band's name.</summary>
    public string Band(DemoRandom random) => Capitalised(random.Pick(Before) + random.Pick(Nouns));

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
