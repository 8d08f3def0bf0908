namespace MusicTimeMachine.Features.Demo;

/// <summary>The invented catalogue, with what the listener needs to find their way in it.</summary>
internal sealed class DemoCatalog
{
    /// <summary>Invents the catalogue.</summary>
    public DemoCatalog(DemoOptions options)
    {
        var random = new DemoRandom(options.Seed, stream: 1);

        // The last records are some weeks old, so that there is time to hear them.
        var until = options.LastDay.AddDays(-35);
        var sizes = Sizes(options.Tracks);
        random.Shuffle<int>(sizes);
        Roster = new DemoRoster(random, sizes.Length, until);
        var studio = new DemoStudio(random, Roster, new DemoReleases(random, options.FirstDay, until));
        FirstTrackOfArtist = new int[sizes.Length + 1];
        for (var artist = 0; artist < sizes.Length; artist++)
        {
            studio.Record(artist, sizes[artist]);
            FirstTrackOfArtist[artist + 1] = studio.Tracks.Count;
        }

        Albums = [.. studio.Albums];
        Tracks = [.. studio.Tracks];
        Sounds = [.. studio.Sounds];
        FirstTrackOfAlbum = new int[Albums.Length + 1];
        foreach (var track in Tracks)
            FirstTrackOfAlbum[track.Album + 1]++;
        for (var album = 0; album < Albums.Length; album++)
            FirstTrackOfAlbum[album + 1] += FirstTrackOfAlbum[album];
    }

    /// <summary>The artists.</summary>
    public DemoRoster Roster { get; }

    /// <summary>The albums.</summary>
    public DemoAlbum[] Albums { get; }

    /// <summary>The tracks; those of an album, and those of an artist, side by side.</summary>
    public DemoTrack[] Tracks { get; }

    /// <summary>How each track sounds, whether the library tells it or not.</summary>
    public DemoAudioFeatures[] Sounds { get; }

    /// <summary>Where each artist's tracks begin, and one entry for the end.</summary>
    public int[] FirstTrackOfArtist { get; }

    /// <summary>Where each album's tracks begin, and one entry for the end.</summary>
    public int[] FirstTrackOfAlbum { get; }

    /// <summary>The family of a track's artist.</summary>
    public DemoFamily Family(int track) => Roster.Profiles[Tracks[track].Artists[0]].Genre.Family;

    // How many tracks each artist has: many have one or two, a few have dozens (Zipf's law with a flat head).
    private static int[] Sizes(int tracks)
    {
        var artists = (int)(tracks / (9 + (tracks / 25_000.0)));
        var weights = new double[artists];
        var sum = 0.0;
        for (var i = 0; i < artists; i++)
        {
            var root = Math.Sqrt(i + 5 + (artists / 60.0));
            sum += weights[i] = 1 / (root * Math.Sqrt(root));
        }

        var sizes = new int[artists];
        var (weight, given) = (0.0, 0);
        for (var i = 0; i < artists; i++)
        {
            weight += weights[i];
            var upTo = i == artists - 1 ? tracks - artists : (int)((tracks - artists) * (weight / sum));
            sizes[i] = 1 + upTo - given;
            given = upTo;
        }

        return sizes;
    }
}
