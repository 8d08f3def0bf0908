namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>Names of trios, orchestras, choirs and crews.</summary>
internal static class DemoEnsembles
{
    private static readonly string[] Jazz = ["Trio", "Quartet", "Quintet", "Septet", "Ensemble", "Octet", "Big Band"];
    private static readonly string[] Classical = ["Quartet", "Chamber Orchestra", "Philharmonic", "Consort", "Sinfonietta", "Piano Trio", "Vocal Ensemble", "Baroque Players"];
    private static readonly string[] Latin = ["Orquesta", "Conjunto", "Sexteto", "Los Hermanos", "Grupo", "La Sonora", "Trío"];
    private static readonly string[] African = ["Orchestre", "Star Band de", "Super", "L’Étoile de", "Les Amis de", "National Jazz de", "Rail Band de"];
    private static readonly string[] AfricanBands = ["the Harbour Stars", "Les Ambianceurs", "the Lagoon Brothers", "Super Étoile du Fleuve", "the Palm Court Dandies", "Le Grand Baobab", "the Sunday Delegation"];
    private static readonly string[] Crews = ["Crew", "Collective", "Sound System", "Family", "Syndicate", "Union", "Revue"];

    /// <summary>An ensemble's name in the manner of its family.</summary>
    public static string Name(DemoRandom random, DemoFamily family, DemoCulture culture) => family switch
    {
        DemoFamily.Jazz => random.Chance(.75)
            ? $"{culture.FullName(random)} {random.Pick(Jazz)}"
            : $"The {random.Pick(DemoWords.Adjectives)} {random.Pick(DemoWords.Emblems)} {random.Pick(Jazz)}",
        DemoFamily.Classical or DemoFamily.Ambient => random.Chance(.5)
            ? $"{random.Pick(DemoWords.Places)} {random.Pick(Classical)}"
            : $"{culture.LastName(random)} {random.Pick(Classical)}",
        DemoFamily.Latin => $"{random.Pick(Latin)} {culture.LastName(random)}",
        DemoFamily.African => random.Chance(.5)
            ? $"{random.Pick(African)} {DemoSyllables.Word(random)}"
            : $"{culture.FullName(random)} & {random.Pick(AfricanBands)}",
        _ => $"{random.Pick(DemoWords.Emblems)} {random.Pick(DemoWords.Emblems)} {random.Pick(Crews)}",
    };
}
