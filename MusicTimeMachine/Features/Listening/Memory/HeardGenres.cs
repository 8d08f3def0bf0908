namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>The genres of a person's artists.</summary>
/// <param name="Revision">Of the catalogue, from which they were read.</param>
/// <param name="OfArtist">By the artist's number in <see cref="HeardCatalog"/>, the numbers of the genres.</param>
/// <param name="Names">By the genre's number, its name.</param>
internal sealed record HeardGenres(long Revision, int[][] OfArtist, string[] Names)
{
    /// <summary>Of nobody.</summary>
    public static HeardGenres Empty { get; } = new(-1, [], []);

    /// <summary>The tally of each genre: those of its artists, added up.</summary>
    public Tally[] Tally(Tallies artists)
    {
        var genres = new Tally[Names.Length];
        for (var artist = 0; artist < Math.Min(artists.Values.Length, OfArtist.Length); artist++)
        {
            if (artists.Values[artist].Plays == 0) continue;
            foreach (var genre in OfArtist[artist]) genres[genre] += artists.Values[artist];
        }

        return genres;
    }
}
