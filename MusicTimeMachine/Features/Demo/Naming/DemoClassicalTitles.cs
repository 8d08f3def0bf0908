namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>Titles of classical works and their movements.</summary>
internal sealed class DemoClassicalTitles(DemoRandom random)
{
    private static readonly string[] Works =
        ["Piano Sonata", "String Quartet", "Violin Sonata", "Cello Suite", "Piano Trio", "Symphony", "Partita", "Divertimento", "Clarinet Quintet", "Concerto Grosso", "Serenade", "Flute Sonata"];

    private static readonly string[] Pieces = ["Nocturne", "Prélude", "Intermezzo", "Étude", "Impromptu", "Barcarolle", "Romance", "Fugue", "Gavotte", "Mazurka", "Berceuse", "Chaconne"];

    private static readonly string[] Keys = ["C Major", "C Minor", "D Major", "D Minor", "E-Flat Major", "E Minor", "F Major", "F-Sharp Minor", "G Major", "G Minor", "A-Flat Major", "A Minor", "B-Flat Major", "B Minor"];

    private static readonly string[][] Movements =
    [
        ["I. Allegro moderato", "I. Adagio – Allegro", "I. Andante con moto", "I. Allegro ma non troppo"],
        ["II. Andante", "II. Largo", "II. Adagio cantabile", "II. Lento assai"],
        ["III. Scherzo", "III. Menuetto", "III. Vivace", "III. Intermezzo"],
        ["IV. Finale. Presto", "IV. Rondo", "IV. Allegro con spirito", "IV. Allegro assai"],
    ];

    private string _work = "";
    private int _movement = Movements.Length;

    /// <summary>The next movement of a work, or a short piece.</summary>
    public string Next()
    {
        if (_movement < Movements.Length)
            return $"{_work}: {random.Pick(Movements[_movement++])}";

        switch (random.Choose([40, 38, 22]))
        {
            case 0:
                _work = $"{random.Pick(Works)} No. {random.Between(1, 9)} in {random.Pick(Keys)}, Op. {random.Between(2, 118)}";
                _movement = 1;
                return $"{_work}: {random.Pick(Movements[0])}";
            case 1:
                return $"{random.Pick(Pieces)} in {random.Pick(Keys)}, Op. {random.Between(2, 118)} No. {random.Between(1, 6)}";
            default:
                return $"{random.Between(5, 24)} {random.Pick(DemoWords.Plurals)}: No. {random.Between(1, 5)}, {random.Pick(DemoWords.Adjectives)}";
        }
    }
}
