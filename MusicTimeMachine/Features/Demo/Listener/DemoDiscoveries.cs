namespace MusicTimeMachine.Features.Demo;

/// <summary>The music that the listener does not know yet, and how fast they get to know it.</summary>
internal sealed class DemoDiscoveries
{
    private readonly DemoCatalog _catalog;
    private readonly DemoRandom _random;
    private readonly int _plays;
    private readonly int[] _byRelease;
    private readonly List<int>[] _unheard = Array.ConvertAll(Enum.GetValues<DemoFamily>(), _ => new List<int>());
    private readonly double[] _pull = new double[Enum.GetValues<DemoFamily>().Length];
    private int _released;
    private int _patience;

    /// <summary>Nothing is known yet.</summary>
    public DemoDiscoveries(DemoCatalog catalog, DemoRandom random, int plays)
    {
        (_catalog, _random, _plays) = (catalog, random, plays);
        Known = new bool[catalog.Tracks.Length];
        _byRelease = [.. Enumerable.Range(0, catalog.Albums.Length).OrderBy(album => catalog.Albums[album].Released).ThenBy(album => album)];
    }

    /// <summary>Which tracks have been heard.</summary>
    public bool[] Known { get; }

    /// <summary>How many tracks have been heard.</summary>
    public int Count { get; private set; }

    /// <summary>How many tracks could be heard for the first time now.</summary>
    public int Available { get; private set; }

    /// <summary>Puts what has come out by this day within reach.</summary>
    public void Release(DateOnly day)
    {
        for (; _released < _byRelease.Length && _catalog.Albums[_byRelease[_released]].Released <= day; _released++)
        {
            var album = _byRelease[_released];
            var first = _catalog.FirstTrackOfAlbum[album];
            _unheard[(int)_catalog.Family(first)].Add(album);
            Available += _catalog.FirstTrackOfAlbum[album + 1] - first;
        }
    }

    /// <summary>
    /// How many new tracks a day brings: many at first, ever fewer, never none for long; they come in bursts.
    /// </summary>
    /// <param name="playsByEvening">All plays up to the end of the day.</param>
    /// <param name="playsToday">The day's plays.</param>
    public int Today(int playsByEvening, int playsToday)
    {
        const double knee = .06;
        var share = playsByEvening / (double)_plays;
        var curve = (.5 * share) + (.5 * share * (1 + knee) / (share + knee));
        var due = (playsByEvening == _plays ? Known.Length : (int)(Known.Length * curve)) - Count;
        var isLateEnough = playsByEvening > _plays * .97;
        if (due < _patience && !isLateEnough)
            return 0;
        _patience = _random.Between(1, 3 + (playsToday / 4));
        return Math.Min(Math.Min(due, Available), playsToday);
    }

    /// <summary>Unheard tracks of one album that the listener turns to, in its order; empty only when there are none at all.</summary>
    /// <param name="taste">The pull of each family.</param>
    /// <param name="most">The most tracks to give.</param>
    public List<int> Next(ReadOnlySpan<double> taste, int most)
    {
        var tracks = new List<int>();
        while (Available > 0 && tracks.Count == 0)
        {
            for (var i = 0; i < _pull.Length; i++)
                _pull[i] = _unheard[i].Count == 0 ? 0 : taste[i] * Math.Sqrt(_unheard[i].Count);
            var albums = _unheard[_random.Choose(_pull)];
            if (albums.Count == 0)
                albums = Array.Find(_unheard, list => list.Count > 0)!;

            // The latest records stand at the end of the list, and are often what people talk of.
            var place = _random.Chance(.35) ? albums.Count - 1 - _random.Next(Math.Min(albums.Count, 5)) : _random.Next(albums.Count);
            var album = albums[place];
            for (var track = _catalog.FirstTrackOfAlbum[album]; track < _catalog.FirstTrackOfAlbum[album + 1] && tracks.Count < most; track++)
                if (!Known[track])
                    tracks.Add(track);

            if (tracks.Count == 0)
                albums.RemoveAt(place);
        }

        return tracks;
    }

    /// <summary>Notes that a track has been heard.</summary>
    /// <returns>Whether it was the first time.</returns>
    public bool Hear(int track)
    {
        if (Known[track])
            return false;
        Known[track] = true;
        Count++;
        Available--;
        return true;
    }
}
