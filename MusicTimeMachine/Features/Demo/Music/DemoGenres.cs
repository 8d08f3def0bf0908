using static MusicTimeMachine.Features.Demo.DemoFamily;

namespace MusicTimeMachine.Features.Demo;

/// <summary>The tree of genres: what each sounds like, and since when and where it is played.</summary>
internal static class DemoGenres
{
    /// <summary>All genres, those of a family side by side.</summary>
    public static readonly DemoGenre[] All =
    [
        // name, family, share, since;    energy valence dance acoustic instrumental speech tempo minutes
        new("indie rock", Rock, 10, 1984, new(.68, .52, .51, .16, .06, .05, 128, 3.7), "en", "en", "en", "en", "sv", "de"),
        new("post-punk", Rock, 5, 1978, new(.74, .44, .54, .10, .12, .06, 136, 3.6), "en", "en", "en", "de", "ru", "ru", "pl", "el"),
        new("shoegaze", Rock, 4, 1988, new(.72, .30, .34, .08, .22, .05, 118, 4.6), "en", "en", "ja", "fr", "ko"),
        new("psychedelic rock", Rock, 4, 1966, new(.66, .46, .42, .22, .24, .05, 122, 4.9), "en", "en", "tr", "pt"),
        new("krautrock", Rock, 2, 1969, new(.62, .40, .52, .16, .62, .05, 124, 6.2), "de", "de", "de", "en"),
        new("garage rock", Rock, 3, 1965, new(.85, .64, .50, .08, .05, .07, 142, 2.9), "en", "us", "sv", "es"),
        new("techno", Electronic, 5, 1988, new(.80, .28, .75, .04, .88, .06, 131, 6.0), "de", "en", "en", "pl", "ru"),
        new("deep house", Electronic, 5, 1987, new(.70, .55, .80, .08, .60, .05, 122, 5.4), "us", "de", "fr", "en"),
        new("drum and bass", Electronic, 3, 1993, new(.90, .38, .56, .03, .55, .08, 174, 4.6), "en"),
        new("synthwave", Electronic, 3, 2006, new(.72, .46, .62, .05, .62, .04, 112, 4.2), "en", "en", "fr", "it"),
        new("idm", Electronic, 3, 1992, new(.56, .34, .58, .26, .80, .07, 120, 4.8), "en", "en", "jl", "sv"),
        new("trip hop", Electronic, 3, 1992, new(.48, .36, .64, .28, .26, .08, 92, 4.5), "en", "en", "fr", "pt"),
        new("synth-pop", Pop, 5, 1979, new(.72, .66, .68, .10, .03, .05, 121, 3.7), "en", "en", "sv", "sv", "de"),
        new("dream pop", Pop, 4, 1986, new(.46, .38, .50, .34, .16, .04, 112, 4.1), "en", "en", "en", "ko", "ko", "jl"),
        new("city pop", Pop, 3, 1977, new(.66, .78, .70, .24, .03, .04, 112, 4.3), "ja", "ja", "jl"),
        new("chanson", Pop, 3, 1965, new(.36, .46, .48, .72, .02, .07, 110, 3.2), "fr"),
        new("art pop", Pop, 4, 1980, new(.55, .44, .56, .30, .06, .06, 116, 3.9), "en", "en", "sv", "is", "fr"),
        new("cantautorato", Pop, 2, 1966, new(.44, .48, .50, .58, .02, .05, 112, 4.0), "it"),
        new("boom bap", HipHop, 4, 1988, new(.66, .60, .76, .16, .04, .28, 92, 3.4), "us", "us", "us", "de", "fr"),
        new("trap", HipHop, 4, 2008, new(.64, .42, .78, .14, .02, .22, 138, 2.9), "us", "us", "us", "es", "fr"),
        new("jazz rap", HipHop, 3, 1990, new(.58, .56, .72, .30, .05, .27, 94, 3.6), "us", "us", "en"),
        new("instrumental hip hop", HipHop, 3, 1996, new(.40, .44, .72, .46, .90, .08, 84, 2.5), "us", "en", "jl", "de"),
        new("bebop", Jazz, 3, 1965, new(.46, .62, .52, .82, .72, .05, 138, 5.6), "us", "us", "en"),
        new("spiritual jazz", Jazz, 3, 1966, new(.40, .38, .42, .76, .78, .05, 112, 7.8), "us", "us", "wa", "in"),
        new("jazz fusion", Jazz, 3, 1970, new(.62, .58, .54, .36, .76, .05, 118, 5.8), "us", "en", "jl", "pl", "in"),
        new("vocal jazz", Jazz, 3, 1965, new(.26, .42, .50, .86, .02, .05, 104, 3.8), "us", "en", "sv", "it"),
        new("nu jazz", Jazz, 3, 1998, new(.60, .60, .66, .32, .58, .06, 116, 4.8), "en", "sv", "de"),
        new("indie folk", Folk, 5, 1996, new(.32, .38, .46, .78, .06, .04, 112, 3.7), "en", "en", "us"),
        new("singer-songwriter", Folk, 5, 1967, new(.34, .44, .52, .70, .02, .05, 114, 3.6), "en", "en", "us", "us", "de", "es", "ru", "el"),
        new("nordic folk", Folk, 3, 1975, new(.34, .32, .40, .80, .32, .04, 108, 4.3), "sv", "sv", "is"),
        new("celtic", Folk, 2, 1970, new(.52, .64, .52, .66, .40, .04, 116, 3.9), "en"),
        new("funk", Soul, 3, 1967, new(.78, .84, .80, .16, .10, .07, 108, 4.1), "us", "us", "en"),
        new("neo soul", Soul, 4, 1995, new(.48, .56, .70, .36, .03, .10, 92, 4.1), "us", "us", "en"),
        new("northern soul", Soul, 3, 1965, new(.66, .82, .60, .36, .02, .05, 124, 2.8), "us", "en"),
        new("ambient", Ambient, 4, 1975, new(.14, .13, .20, .84, .94, .04, 88, 5.6), "en", "ja", "de", "sv"),
        new("neoclassical", Ambient, 4, 2000, new(.13, .20, .32, .93, .95, .04, 98, 3.2), "is", "de", "fr", "pl", "sv", "it"),
        new("baroque", Classical, 2, 1965, new(.24, .52, .38, .94, .88, .04, 112, 3.6), "de", "it", "fr"),
        new("romantic", Classical, 3, 1965, new(.18, .18, .28, .96, .92, .04, 94, 6.2), "de", "pl", "ru", "fr"),
        new("minimalism", Classical, 2, 1970, new(.30, .28, .34, .84, .94, .04, 116, 7.0), "en", "en", "de"),
        new("doom metal", Metal, 2, 1972, new(.76, .24, .28, .04, .20, .05, 88, 7.2), "en", "sv"),
        new("black metal", Metal, 2, 1986, new(.93, .18, .24, .02, .18, .08, 148, 5.8), "sv", "sv", "pl", "fr"),
        new("progressive metal", Metal, 3, 1988, new(.86, .34, .42, .04, .24, .06, 128, 6.0), "en", "en", "sv"),
        new("bossa nova", Latin, 3, 1965, new(.30, .62, .62, .80, .08, .05, 124, 3.0), "pt"),
        new("cumbia", Latin, 3, 1966, new(.74, .86, .78, .26, .08, .06, 98, 3.6), "es"),
        new("salsa", Latin, 2, 1967, new(.80, .86, .68, .34, .03, .06, 104, 4.7), "es"),
        new("tango", Latin, 1, 1965, new(.38, .48, .56, .84, .42, .05, 116, 3.3), "es"),
        new("afrobeat", African, 3, 1970, new(.78, .78, .74, .24, .18, .07, 114, 6.8), "wa"),
        new("desert blues", African, 2, 1982, new(.62, .58, .60, .46, .10, .05, 118, 4.6), "wa"),
        new("highlife", African, 2, 1966, new(.66, .86, .70, .40, .06, .05, 122, 5.2), "wa"),
        new("dub", Reggae, 2, 1973, new(.46, .54, .78, .16, .66, .08, 136, 4.2), "us", "en"),
        new("roots reggae", Reggae, 2, 1970, new(.54, .76, .76, .22, .03, .09, 142, 3.8), "us"),
    ];

    /// <summary>The families that a family's artists also draw from, nearest first.</summary>
    public static DemoFamily[] Neighbours(DemoFamily family) => family switch
    {
        Rock => [Pop, Folk, Metal],
        Electronic => [Ambient, Pop, HipHop],
        Pop => [Rock, Electronic, Soul],
        HipHop => [Soul, Jazz, Electronic],
        Jazz => [Soul, Latin, African],
        Folk => [Rock, Pop, Ambient],
        Soul => [HipHop, Jazz, Pop],
        Ambient => [Electronic, Classical],
        Classical => [Ambient],
        Metal => [Rock, Ambient],
        Latin => [Jazz, Pop, African],
        African => [Jazz, Latin, Reggae],
        _ => [Soul, Electronic, African],
    };

    /// <summary>The share of a family's tracks with explicit words.</summary>
    public static double ExplicitShare(DemoFamily family) => family switch
    {
        HipHop => .42,
        Soul or Metal => .08,
        Rock or Pop or Latin => .05,
        Ambient or Classical or Jazz => 0,
        _ => .02,
    };
}
