namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>Titles of invented songs, in the manner of their genre and the language of their artist.</summary>
internal sealed class DemoTitles(DemoRandom random)
{
    private readonly DemoClassicalTitles _classical = new(random);

    /// <summary>A title; the caller sees to it that an artist does not use one twice.</summary>
    public string Next(DemoGenre genre, DemoCulture culture)
    {
        var native = genre.Name is "cumbia" or "salsa" or "tango" or "bossa nova" or "chanson" or "city pop" or "cantautorato" ? .88 : .68;
        if (genre.Family is not (DemoFamily.Classical or DemoFamily.Metal) && culture.Language is { } language && random.Chance(native))
            return language.Title(random);

        var special = genre.Family switch
        {
            DemoFamily.Classical => 1,
            DemoFamily.Electronic => .40,
            DemoFamily.Ambient => .55,
            DemoFamily.HipHop => .45,
            DemoFamily.Jazz => .55,
            DemoFamily.Metal => .65,
            DemoFamily.Reggae => .45,
            _ => 0,
        };
        return random.Chance(special) ? OfFamily(genre.Family, culture) : Song(culture);
    }

    private string OfFamily(DemoFamily family, DemoCulture culture) => family switch
    {
        DemoFamily.Classical => _classical.Next(),
        DemoFamily.Electronic => Electronic(),
        DemoFamily.Ambient => Ambient(),
        DemoFamily.HipHop => HipHop(),
        DemoFamily.Jazz => Jazz(culture),
        DemoFamily.Metal => Metal(),
        _ => Reggae(),
    };

    private string Song(DemoCulture culture) => random.Choose([18, 8, 6, 8, 8, 5, 5, 10, 6, 5, 4, 4, 3, 3, 4, 4, 3, 3, 3, 3]) switch
    {
        0 => $"{Adjective} {Noun}",
        1 => Noun,
        2 => $"{Noun} {Noun}",
        3 => Verb() is var verb && random.Chance(.5) ? $"{verb.Ing} the {Noun}" : $"{verb.Base} the {Noun}",
        4 => $"{random.Pick(Prepositions)} the {Noun}",
        5 => $"{random.Pick(DemoWords.Times)} {Noun}",
        6 => $"{random.Pick(DemoWords.Times)} in {random.Pick(DemoWords.Places)}",
        7 => Phrase(),
        8 => $"{Plural} {random.Pick(Tails)}",
        9 => culture.FirstName(random),
        10 => $"{random.Pick(Numbers)} {Plural}",
        11 => random.Chance(.5) ? $"Who {random.Pick(Pasts)} the {Noun}?" : $"Where Do {Plural} Go?",
        12 => $"The {Noun} Song",
        13 => $"{Adjective} {Plural}",
        14 => $"My {Adjective} {Noun}",
        15 => $"{(random.Chance(.5) ? "Last" : "First")} {Noun} to {random.Pick(DemoWords.Places)}",
        16 => $"Every {Noun} in {random.Pick(DemoWords.Places)}",
        17 => $"{culture.FirstName(random)} and the {Noun}",
        18 => $"{DemoWords.WithArticle(Noun)} Is Not {DemoWords.WithArticle(Noun, lower: true)}",
        _ => $"{Noun}, {random.Pick(Afters)}",
    };

    private string Phrase()
    {
        var phrase = random.Pick(DemoWords.Phrases);
        return random.Choose([40, 15, 15, 12, 10, 8]) switch
        {
            0 => phrase,
            1 => $"Let’s {phrase}",
            2 => $"Don’t {phrase}",
            3 => $"When We {phrase}",
            4 => $"How to {phrase}",
            _ => $"({phrase}) {Noun}",
        };
    }

    private string Electronic() => random.Choose([20, 14, 16, 14, 12, 12, 12]) switch
    {
        0 => DemoSyllables.Word(random),
        1 => $"{Noun} {(char)('A' + random.Next(4))}{random.Between(1, 9)}",
        2 => $"{Noun} ({DemoSyllables.Word(random)} Dub)",
        3 => $"{Adjective} Circuit {random.Between(2, 40):00}",
        4 => $"Untitled {random.Between(1, 48):00}",
        5 => $"{random.Between(88, 174)} {Plural}",
        _ => $"{Noun} - Extended Mix",
    };

    private string Ambient() => random.Choose([26, 20, 18, 18, 18]) switch
    {
        0 => $"{Adjective} {Noun}".ToLowerInvariant(),
        1 => $"{Noun}, {random.Pick(DemoWords.Times)}",
        2 => $"{Noun} Study {random.Pick(Romans)}",
        3 => $"for {random.Pick(DemoWords.Places)}",
        _ => DemoSyllables.Word(random).ToLowerInvariant(),
    };

    private string HipHop() => random.Choose([22, 18, 14, 14, 16, 16]) switch
    {
        0 => $"No {Plural}",
        1 => $"{Noun} Money",
        2 => $"{random.Pick(DemoWords.Places)} Freestyle",
        3 => $"{Noun} (Interlude)",
        4 => $"{Adjective} {Plural}, Pt. {random.Pick(Romans)}",
        _ => $"{random.Between(2, 12)} {random.Pick(Clock)}",
    };

    private string Jazz(DemoCulture culture) => random.Choose([20, 18, 16, 14, 16, 16]) switch
    {
        0 => $"Blues for {culture.FirstName(random)}",
        1 => $"{culture.FirstName(random)}’s Waltz",
        2 => $"{random.Pick(DemoWords.Times)} at {random.Pick(DemoWords.Places)}",
        3 => $"Minor {Noun}",
        4 => $"{Adjective} and {Adjective}",
        _ => $"Ballad of the {Adjective} {Noun}",
    };

    private string Metal() => random.Choose([20, 18, 18, 16, 14, 14]) switch
    {
        0 => $"Throne of {Plural}",
        1 => $"{Noun} Devoured",
        2 => $"Beneath the {Adjective} {Noun}",
        3 => $"{DemoSyllables.Word(random)}, Thy {Noun}",
        4 => $"The {Noun} That Swallowed {random.Pick(DemoWords.Places)}",
        _ => $"{random.Pick(Romans)}. {Adjective} {Noun}",
    };

    private string Reggae() => random.Choose([30, 25, 25, 20]) switch
    {
        0 => $"{Noun} Dub",
        1 => $"{Noun} Version",
        2 => $"{random.Pick(DemoWords.Places)} Rockers",
        _ => $"Children of the {Noun}",
    };

    private (string Base, string Ing) Verb() => random.Pick(DemoWords.Verbs);

    private string Adjective => random.Pick(DemoWords.Adjectives);

    private string Noun => random.Pick(DemoWords.Nouns);

    private string Plural => random.Pick(DemoWords.Plurals);

    private static readonly string[] Prepositions = ["Under", "Behind", "Beyond", "Across", "Inside", "Above", "Before", "Without", "Back to", "Out of"];
    private static readonly string[] Tails = ["in the Snow", "at the Door", "on the Line", "by the Sea", "Again", "After Dark", "in Reverse", "for Sale", "of Ours", "Overhead", "at Low Tide", "(Reprise)"];
    private static readonly string[] Numbers = ["Two", "Three", "Five", "Seven", "Nine", "Eleven", "Forty", "A Hundred", "A Thousand"];
    private static readonly string[] Pasts = ["Painted", "Sold", "Moved", "Stole", "Buried", "Borrowed", "Lit", "Called"];
    private static readonly string[] Afters = ["Please", "My Love", "Later", "Again", "Anyway", "If You Must", "Obviously"];
    private static readonly string[] Clock = ["A.M.", "Deep", "Flights Up", "Missed Calls", "Blocks", "Percent"];
    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII"];
}
