using MusicTimeMachine.Features.Demo.Naming;

namespace MusicTimeMachine.Features.Demo;

/// <summary>Invents the artists.</summary>
internal sealed class DemoRoster
{
    private static readonly double[] GenreShares = Array.ConvertAll(DemoGenres.All, genre => genre.Share);

    private readonly List<int>[] _byFamily = Array.ConvertAll(Enum.GetValues<DemoFamily>(), _ => new List<int>());

    /// <summary>Invents <paramref name="count"/> artists whose first records came out before <paramref name="until"/>.</summary>
    public DemoRoster(DemoRandom random, int count, DateOnly until)
    {
        var names = new DemoArtistNames(random);
        Artists = new DemoArtist[count];
        Profiles = new DemoProfile[count];
        for (var i = 0; i < count; i++)
        {
            var (genre, culture) = Origin(random, i);
            Profiles[i] = Profile(random, genre, culture, until);
            Artists[i] = new DemoArtist(names.Next(genre, culture), Genres(random, genre));
            _byFamily[(int)genre.Family].Add(i);
        }
    }

    /// <summary>What the world knows of them.</summary>
    public DemoArtist[] Artists { get; }

    /// <summary>What their records are made from; the same indexes.</summary>
    public DemoProfile[] Profiles { get; }

    /// <summary>Another artist to sing along, of the same family or a neighbouring one; null when none turns up.</summary>
    public int? Guest(DemoRandom random, int artist)
    {
        var family = Profiles[artist].Genre.Family;
        if (random.Chance(.3))
            family = random.Pick(DemoGenres.Neighbours(family));
        var candidates = _byFamily[(int)family];
        var guest = random.Pick(candidates);
        return guest == artist ? null : guest;
    }

    // The first artists go round the families and then round the cultures, so that even the smallest library has them all.
    private static (DemoGenre Genre, DemoCulture Culture) Origin(DemoRandom random, int artist)
    {
        var families = Enum.GetValues<DemoFamily>().Length;
        if (artist >= families && artist < families + DemoCultures.All.Length)
        {
            var culture = DemoCultures.All[artist - families];
            return (random.Pick(Array.FindAll(DemoGenres.All, genre => genre.Family != DemoFamily.Classical && genre.Cultures.Contains(culture.Key))), culture);
        }

        var genre = artist < families
            ? random.Pick(Array.FindAll(DemoGenres.All, genre => (int)genre.Family == artist))
            : DemoGenres.All[random.Choose(GenreShares)];
        return (genre, DemoCultures.Find(random.Pick(genre.Cultures)));
    }

    private static DemoProfile Profile(DemoRandom random, DemoGenre genre, DemoCulture culture, DateOnly until)
    {
        // Most artists that a person listens to are younger than their genre.
        var early = random.NextDouble();
        var first = new DateOnly(genre.Since, 1, 1);
        var age = 120 + ((until.DayNumber - first.DayNumber - 120) * early * (.42 + (.58 * early)));
        var fame = random.NextDouble();
        return new DemoProfile(
            genre,
            culture,
            random.Normal() * .10,
            random.Normal() * .11,
            4 + (78 * fame * Math.Sqrt(fame)),
            Math.Min(.95, DemoGenres.ExplicitShare(genre.Family) * random.Between(0, 2)),
            until.AddDays(-(int)age));
    }

    private static string[] Genres(DemoRandom random, DemoGenre main)
    {
        var genres = new List<string> { main.Name };
        for (var more = random.Choose([38, 42, 20]); more > 0; more--)
        {
            var family = random.Chance(.7) ? main.Family : random.Pick(DemoGenres.Neighbours(main.Family));
            var candidates = Array.FindAll(DemoGenres.All, genre => genre.Family == family);
            var second = random.Pick(candidates).Name;
            if (!genres.Contains(second))
                genres.Add(second);
        }

        return [.. genres];
    }
}
