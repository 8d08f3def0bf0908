namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>Words that mean nothing, made of syllables; they never run out.</summary>
internal static class DemoSyllables
{
    private static readonly string[] Onsets = "b br c cr d dr f fl g gl gr h j k kl l m n p pl qu r s sk sl st sv t th tr v vr w y z".Split(' ');
    private static readonly string[] Vowels = "a a a e e e i i o o u ae ei ia io ö ü å é".Split(' ');
    private static readonly string[] Middles = "l m n r v d g k th sh nd rn lm st mb rr ll sk".Split(' ');
    private static readonly string[] Endings = "a a n ne r ra x s th l le m os is um en ar ine ora ell ium une ark".Split(' ');

    /// <summary>A capitalised word of two or three syllables.</summary>
    public static string Word(DemoRandom random)
    {
        var word = random.Pick(Onsets) + random.Pick(Vowels) + random.Pick(Middles);
        if (random.Chance(.35))
            word += random.Pick(Vowels) + random.Pick(Middles);

        // An ending that begins with a consonant needs a vowel before it.
        var ending = random.Pick(Endings);
        word += "aeiou".Contains(ending[0], StringComparison.Ordinal) ? ending : random.Pick(Vowels) + ending;
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
