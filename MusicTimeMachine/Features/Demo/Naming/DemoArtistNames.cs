using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>Names of invented artists; no two compare equal.</summary>
internal sealed class DemoArtistNames(DemoRandom random)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A name that has not been given yet.</summary>
    public string Next(DemoGenre genre, DemoCulture culture)
    {
        // When the tables run dry, as they do for very large libraries, syllables never do.
        for (var attempt = 0; ; attempt++)
        {
            var name = attempt < 8 ? Compose(genre.Family, culture) : DemoSyllables.Word(random) + " " + DemoSyllables.Word(random);
            if (_taken.Add(NameKey.Of(name)))
                return name;
        }
    }

    private string Compose(DemoFamily family, DemoCulture culture)
    {
        // person, band, ensemble, one word, sign, alias
        double[] weights = family switch
        {
            DemoFamily.Rock => [.14, .62, 0, .16, .06, .02],
            DemoFamily.Electronic => [.16, .14, 0, .46, .16, .08],
            DemoFamily.Pop => [.40, .32, 0, .22, .04, .02],
            DemoFamily.HipHop => [.12, .08, .06, .18, .08, .48],
            DemoFamily.Jazz => [.48, .04, .46, .02, 0, 0],
            DemoFamily.Folk => [.66, .28, 0, .06, 0, 0],
            DemoFamily.Soul => [.58, .10, .18, .08, 0, .06],
            DemoFamily.Ambient => [.46, .12, .02, .32, .08, 0],
            DemoFamily.Classical => [.66, 0, .34, 0, 0, 0],
            DemoFamily.Metal => [0, .34, 0, .60, .06, 0],
            DemoFamily.Latin => [.56, .08, .34, .02, 0, 0],
            DemoFamily.African => [.50, .04, .46, 0, 0, 0],
            _ => [.30, .22, .14, .08, 0, .26],
        };
        return random.Choose(weights) switch
        {
            0 => culture.FullName(random),
            1 => culture.Language is { } language && random.Chance(.85) ? language.Band(random) : Band(),
            2 => DemoEnsembles.Name(random, family, culture),
            3 => OneWord(),
            4 => DemoSigns.Name(random),
            _ => Alias(culture),
        };
    }

    private string Band() => random.Choose([26, 22, 10, 8, 7, 8, 6, 7, 6]) switch
    {
        0 => $"The {random.Pick(DemoWords.Adjectives)} {random.Pick(DemoWords.Bands)}",
        1 => $"{random.Pick(DemoWords.Adjectives)} {random.Pick(DemoWords.Emblems)}",
        2 => $"{random.Pick(DemoWords.Emblems)} & {random.Pick(DemoWords.Emblems)}",
        3 => $"{random.Pick(DemoWords.Emblems)} {random.Pick(DemoWords.Emblems)}",
        4 => $"{DemoCultures.Find("en").FirstName(random)} and the {random.Pick(DemoWords.Bands)}",
        5 => $"{random.Pick(DemoWords.Emblems)} {random.Pick(DemoWords.Bands)}",
        6 => $"{random.Pick(DemoWords.Bands)} of {random.Pick(DemoWords.Places)}",
        7 => $"{DemoSyllables.Word(random)} {random.Pick(DemoWords.Emblems)}",
        _ => $"{random.Between(3, 99)} {random.Pick(DemoWords.Bands)}",
    };

    private string OneWord()
    {
        var word = DemoSyllables.Word(random);
        return random.Choose([60, 18, 14, 8]) switch
        {
            0 => word,
            1 => word.ToLowerInvariant(),
            2 => word.ToUpperInvariant(),
            _ => word + " " + random.Pick(RomanNumerals),
        };
    }

    private string Alias(DemoCulture culture) => random.Choose([22, 18, 16, 14, 14, 16]) switch
    {
        0 => $"{random.Pick(Titles)} {random.Pick(DemoWords.Emblems)}",
        1 => $"{random.Pick(Titles)} {DemoSyllables.Word(random)}",
        2 => $"{culture.FirstName(random)} {random.Pick(DemoWords.Emblems)}",
        3 => $"{random.Pick(DemoWords.Adjectives)} {culture.FirstName(random)}",
        4 => $"{culture.FirstName(random)} {random.Between(2, 99)}",
        _ => $"{random.Pick(Titles)} {culture.LastName(random)}",
    };

    private static readonly string[] RomanNumerals = ["II", "IV", "VII", "XI"];

    private static readonly string[] Titles = ["MC", "Kid", "Young", "DJ", "Doctor", "Professor", "Auntie", "Captain", "Brother", "Baron", "Sister", "Uncle", "Mister", "Tiny"];
}
