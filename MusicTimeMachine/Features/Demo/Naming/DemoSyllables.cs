namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>Words that mean nothing, made of syllables; they never run out.</summary>
internal static class DemoSyllables
{
    private static readonly string[] Onsets = "b br c d dr f fl g gl h j k kl l l m m n n p pr r r s s sk sol st t tr v v w z al el or is os".Split(' ');
    private static readonly string[] Vowels = "a a a e e e i i o o o u".Split(' ');
    private static readonly string[] Rare = "ae ia io ö ü å é ei".Split(' ');
    private static readonly string[] Middles = "l m n r v d k th nd rn lm st mb rr ll sk nt ri li va".Split(' ');
    private static readonly string[] Endings = "a a o en ine ora ell ium une ark is us um ar ora ette ana ova eth ir on in ex".Split(' ');

    /// <summary>What chance must not write on somebody's screen.</summary>
    private static readonly string[] Unwelcome = "anus nazi penis porn puta rape slut titt".Split(' ');

    /// <summary>A capitalised word of two or three syllables.</summary>
    public static string Word(DemoRandom random)
    {
        string word;
        do word = Compose(random);
        while (Unwelcome.Any(part => word.Contains(part, StringComparison.OrdinalIgnoreCase)));
        return word;
    }

    private static string Compose(DemoRandom random)
    {
        var onset = random.Pick(Onsets);
        var word = onset + ("aeio".Contains(onset[0], StringComparison.Ordinal) ? "" : random.Pick(random.Chance(.12) ? Rare : Vowels));
        var middle = random.Pick(Middles);
        if (random.Chance(.3))
            (word, middle) = (word + middle + (EndsInVowel(middle) ? "" : random.Pick(Vowels)), random.Pick(Middles));

        // Two vowels never meet at the seam.
        word += EndsInVowel(middle) ? middle[..^1] + random.Pick(Endings) : middle + random.Pick(Endings);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static bool EndsInVowel(string text) => "aeiou".Contains(text[^1], StringComparison.Ordinal);
}
