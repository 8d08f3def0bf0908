namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>Titles of invented releases.</summary>
internal sealed class DemoAlbumTitles(DemoRandom random, DemoTitles titles)
{
    /// <summary>An album's title.</summary>
    public string Album(string artist, DemoGenre genre, DemoCulture culture)
    {
        if (genre.Family == DemoFamily.Classical)
            return Classical();
        if (culture.Language is { } language && random.Chance(.45))
            return language.Title(random);

        return random.Choose([7, 16, 11, 5, 9, 10, 8, 9, 25]) switch
        {
            0 => artist,
            1 => $"{random.Pick(DemoWords.Adjectives)} {random.Pick(DemoWords.Plurals)}",
            2 => $"The {random.Pick(DemoWords.Nouns)} and the {random.Pick(DemoWords.Nouns)}",
            3 => $"Songs from {random.Pick(DemoWords.Places)}",
            4 => $"{DemoWords.WithArticle(random.Pick(DemoWords.Nouns))} for {random.Pick(DemoWords.Plurals)}",
            5 => random.Pick(DemoWords.Phrases),
            6 => $"{random.Pick(DemoWords.Places)}, {random.Pick(DemoWords.Times)}",
            7 => random.Pick(DemoWords.Nouns),
            _ => titles.Next(genre, culture),
        };
    }

    /// <summary>The title of a release with a few songs.</summary>
    public string ExtendedPlay(DemoGenre genre, DemoCulture culture) => genre.Family == DemoFamily.Classical ? Classical() : titles.Next(genre, culture) + random.Choose([55, 30, 15]) switch
    {
        0 => " EP",
        1 => "",
        _ => " (Demos)",
    };

    /// <summary>The title of a collection of older songs.</summary>
    public string Compilation(string artist, int firstYear, int lastYear) => random.Choose([35, 30, 20, 15]) switch
    {
        0 => $"The Best of {artist}",
        1 => $"{artist}: {firstYear}–{lastYear}",
        2 => $"Singles and {random.Pick(DemoWords.Plurals)}",
        _ => $"An Introduction to {artist}",
    };

    /// <summary>The title of a concert.</summary>
    public string Live() => random.Pick(DemoWords.Halls);

    private string Classical() => random.Choose([30, 30, 20, 20]) switch
    {
        0 => $"Complete Works for {random.Pick(Instruments)}, Vol. {random.Between(1, 6)}",
        1 => $"Works for {random.Pick(Instruments)}, Op. {random.Between(10, 110)}",
        2 => $"{random.Pick(DemoWords.Adjectives)} {random.Pick(DemoWords.Nouns)}: Music for {random.Pick(Instruments)}",
        _ => $"The {random.Pick(DemoWords.Places)} Recital",
    };

    private static readonly string[] Instruments = ["Piano", "Strings", "Cello", "Two Violins", "Harpsichord", "Organ", "Flute", "Chamber Orchestra", "Voice and Piano"];
}
