namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>Names that test every search box: digits, slashes, stops and signs.</summary>
internal static class DemoSigns
{
    private const string Letters = "BDFGHJKLNPQRTVXZ";

    private static readonly string[] Pure = ["¡?¡", "+/−", "…and?", "=:=", "<3.14", "[ibid.]", "?!?!", "//\\"];

    /// <summary>A name such as "QV/LK", "53° Heron" or "¡?¡".</summary>
    public static string Name(DemoRandom random) => random.Choose([18, 14, 14, 12, 12, 10, 12, 8]) switch
    {
        0 => $"{Letter(random)}{Letter(random)}/{Letter(random)}{Letter(random)}",
        1 => $"{Letter(random)}.{Letter(random)}.{Letter(random)}.{Letter(random)}.",
        2 => $"{random.Between(31, 71)}° {random.Pick(DemoWords.Emblems)}",
        3 => $"Area {random.Between(3, 41)}½",
        4 => $"{random.Pick(DemoWords.Emblems)}!",
        5 => $"${random.Pick(DemoWords.Emblems).ToLowerInvariant()}${random.Between(1, 9)}",
        6 => $"{DemoSyllables.Word(random)}_{random.Between(0, 999):000}",
        _ => random.Pick(Pure),
    };

    private static char Letter(DemoRandom random) => Letters[random.Next(Letters.Length)];
}
