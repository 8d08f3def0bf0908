namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>Titles of classical works and their movements.</summary>
internal static class DemoClassicalTitles
{
    private static readonly string[] Works =
        ["Piano Sonata", "String Quartet", "Violin Sonata", "Cello Suite", "Piano Trio", "Symphony", "Partita", "Divertimento", "Clarinet Quintet", "Concerto Grosso", "Serenade", "Flute Sonata"];

    private static readonly string[] Pieces = ["Nocturne", "Prélude", "Intermezzo", "Étude", "Impromptu", "Barcarolle", "Romance", "Fugue", "Gavotte", "Mazurka", "Berceuse", "Chaconne"];

    private static readonly string[] Keys = ["C Major", "C Minor", "D Major", "D Minor", "E-Flat Major", "E Minor", "F Major", "F-Sharp Minor", "G Major", "G Minor", "A-Flat Major", "A Minor", "B-Flat Major", "B Minor"];

    private static readonly string[] Movements =
        ["I. Allegro moderato", "I. Adagio – Allegro", "I. Andante con moto", "II. Andante", "II. Largo", "II. Adagio cantabile", "III. Scherzo", "III. Menuetto", "III. Vivace", "IV. Finale. Presto", "IV. Rondo", "IV. Allegro con spirito"];

    /// <summary>A movement of a work, or a short piece.</summary>
    public static string Next(DemoRandom random) => random.Choose([50, 30, 20]) switch
    {
        0 => $"{random.Pick(Works)} No. {random.Between(1, 9)} in {random.Pick(Keys)}, Op. {random.Between(2, 118)}: {random.Pick(Movements)}",
        1 => $"{random.Pick(Pieces)} in {random.Pick(Keys)}, Op. {random.Between(2, 118)} No. {random.Between(1, 6)}",
        _ => $"{random.Between(5, 24)} {random.Pick(DemoWords.Plurals)}: No. {random.Between(1, 5)}, {random.Pick(DemoWords.Adjectives)}",
    };
}
