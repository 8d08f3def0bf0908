namespace MusicTimeMachine.Features.Demo.Naming;

/// <summary>How people of a culture are named. The people are invented: last names are put together from parts.</summary>
/// <param name="Key">The key that genres use.</param>
/// <param name="First">First names; in the family-first scripts these are the given names.</param>
/// <param name="LastHeads">Beginnings of last names, or whole ones.</param>
/// <param name="LastTails">Endings of last names; a single empty one where the heads are whole.</param>
/// <param name="FamilyFirst">Whether the family name stands first, without a space.</param>
/// <param name="Language">The language of its titles and bands beside English; null for English alone.</param>
internal sealed record DemoCulture(
    string Key,
    string[] First,
    string[] LastHeads,
    string[] LastTails,
    bool FamilyFirst = false,
    DemoLanguage? Language = null)
{
    private static readonly string[] Whole = [""];

    /// <summary>A culture whose last names are given whole.</summary>
    public DemoCulture(string key, string first, string last, DemoLanguage? language = null, bool familyFirst = false)
        : this(key, first.Split(' '), last.Split(' '), Whole, familyFirst, language)
    {
    }

    /// <summary>A culture whose last names are put together.</summary>
    public DemoCulture(string key, string first, string heads, string tails, DemoLanguage? language = null)
        : this(key, first.Split(' '), heads.Split(' '), tails.Split(' '), FamilyFirst: false, language)
    {
    }

    /// <summary>A first name.</summary>
    public string FirstName(DemoRandom random) => random.Pick(First);

    /// <summary>A last name; an underscore in the tables stands for a space within it.</summary>
    public string LastName(DemoRandom random) => (random.Pick(LastHeads) + random.Pick(LastTails)).Replace('_', ' ');

    /// <summary>A whole name.</summary>
    public string FullName(DemoRandom random) =>
        FamilyFirst ? LastName(random) + FirstName(random) : FirstName(random) + " " + LastName(random);
}
