namespace MusicTimeMachine.Features.Demo;

/// <summary>A track that comes next.</summary>
/// <param name="Track">Its index.</param>
/// <param name="Skipping">How likely it is skipped.</param>
/// <param name="Shuffle">Whether shuffle is on.</param>
/// <param name="ByHand">Whether the listener chose it.</param>
internal readonly record struct DemoPick(int Track, double Skipping, bool Shuffle, bool ByHand);

/// <summary>What the listener puts on: something new, an album, an artist, or favourites in any order.</summary>
internal sealed class DemoProgramme(DemoCatalog catalog, DemoRandom random, DemoDiscoveries discoveries, DemoMemory memory, DemoObsessions obsessions)
{
    private readonly Queue<DemoPick> _queue = [];
    private readonly double[] _taste = new double[Enum.GetValues<DemoFamily>().Length];
    private int _day;
    private double _energy;
    private double _valence;
    private double _album;
    private int _favourites;

    /// <summary>Begins a session.</summary>
    /// <param name="day">The day's number.</param>
    /// <param name="energy">The energy wanted.</param>
    /// <param name="valence">The valence wanted.</param>
    /// <param name="album">How likely an album is put on.</param>
    /// <param name="taste">The pull of each family.</param>
    public void Begin(int day, double energy, double valence, double album, ReadOnlySpan<double> taste)
    {
        (_day, _energy, _valence, _album) = (day, energy, valence, album);
        taste.CopyTo(_taste);
        _queue.Clear();
        _favourites = 0;
    }

    /// <summary>A track to fall for: known, dear, and not worn out; null when none turns up.</summary>
    public int? Crush(int day)
    {
        for (var tries = 0; tries < 6 && discoveries.Count > 0; tries++)
        {
            var track = memory.Draw(random);
            if (discoveries.Known[track] && !obsessions.Rests(catalog.Tracks[track].Song, day))
                return track;
        }

        return null;
    }

    /// <summary>The next track.</summary>
    /// <param name="play">The play's number.</param>
    /// <param name="left">The plays left today, this one included.</param>
    /// <param name="news">The first plays still to come today.</param>
    /// <param name="obsessed">The obsessions' plays still to come today; the one that is taken goes.</param>
    public DemoPick Next(int play, int left, int news, List<int> obsessed)
    {
        if (obsessed.Count > 0 && news < left && random.Chance((_queue.Count > 0 ? .4 : 1.2) * obsessed.Count / (left - news)))
        {
            var track = obsessed[^1];
            obsessed.RemoveAt(obsessed.Count - 1);
            return new DemoPick(track, .015, Shuffle: false, ByHand: true);
        }

        if (news >= left || (news > 0 && _queue.Count == 0 && _favourites == 0 && random.Chance(1.3 * news / left)))
            Discover(news);
        else if (_queue.Count == 0 && _favourites == 0)
            PutOn(play);

        if (_queue.TryDequeue(out var pick))
            return pick;
        _favourites = Math.Max(0, _favourites - 1);
        return Favourite(play) is { } known
            ? new DemoPick(known, .085, Shuffle: true, ByHand: false)
            : new DemoPick(Unheard(), .1, Shuffle: false, ByHand: true);
    }

    private void PutOn(int play)
    {
        if (random.Chance(_album) && Favourite(play) is { } dear)
        {
            var isAlbum = random.Chance(.7);
            var artist = catalog.Tracks[dear].Artists[0];
            var album = catalog.Tracks[dear].Album;
            var (from, to) = isAlbum
                ? (catalog.FirstTrackOfAlbum[album], catalog.FirstTrackOfAlbum[album + 1])
                : (catalog.FirstTrackOfArtist[artist], catalog.FirstTrackOfArtist[artist + 1]);
            Enqueue(from, to, play, shuffle: !isAlbum);
        }

        if (_queue.Count == 0)
            _favourites = random.Between(4, 22);
    }

    private void Enqueue(int from, int to, int play, bool shuffle)
    {
        var tracks = new List<int>();
        for (var track = from; track < to; track++)
            if (discoveries.Known[track] && !obsessions.Rests(catalog.Tracks[track].Song, _day) && !memory.IsFresh(track, play))
                tracks.Add(track);
        if (shuffle)
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tracks));
        foreach (var track in tracks.Take(14))
            _queue.Enqueue(new DemoPick(track, shuffle ? .07 : .02, shuffle, ByHand: _queue.Count == 0));
    }

    private void Discover(int news)
    {
        _queue.Clear();
        _favourites = 0;
        var whole = random.Chance(.6);
        foreach (var track in discoveries.Next(_taste, Math.Min(news, whole ? 14 : random.Between(1, 3))))
            _queue.Enqueue(new DemoPick(track, whole ? .08 : .2, Shuffle: false, ByHand: _queue.Count == 0));
    }

    // A known track that fits the hour, the season and the taste of the time; the best of those that come to mind.
    private int? Favourite(int play)
    {
        int? best = null;
        var bestFit = 0.0;
        for (var tries = 0; tries < 14; tries++)
        {
            var track = memory.Draw(random);
            if (!discoveries.Known[track] || memory.IsFresh(track, play) || obsessions.Rests(catalog.Tracks[track].Song, _day))
                continue;

            var sound = catalog.Sounds[track];
            var energy = (sound.Energy - _energy) / .19;
            var valence = (sound.Valence - _valence) / .34;
            var fit = (.15 + _taste[(int)catalog.Family(track)]) / (1 + (energy * energy) + (valence * valence));
            if (random.Chance(fit * 1.1))
                return track;
            if (fit > bestFit)
                (best, bestFit) = (track, fit);
        }

        return best;
    }

    // Nothing that is known fits: in the first days, or in a tiny library, what comes to hand has to do.
    private int Unheard()
    {
        if (discoveries.Next(_taste, 1) is [var track, ..])
            return track;
        var start = random.Next(catalog.Tracks.Length);
        for (var i = 0; i < catalog.Tracks.Length; i++)
        {
            track = (start + i) % catalog.Tracks.Length;
            if (discoveries.Known[track] && !obsessions.Rests(catalog.Tracks[track].Song, _day))
                return track;
        }

        return start;
    }
}
