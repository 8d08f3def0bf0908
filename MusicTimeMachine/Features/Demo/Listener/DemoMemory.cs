namespace MusicTimeMachine.Features.Demo;

/// <summary>How dear every known track is to the listener: some for ever, most for a while.</summary>
internal sealed class DemoMemory
{
    private readonly DemoWeights _weights;
    private readonly double[] _love;
    private readonly int[] _firstHeard;
    private readonly int[] _lastPlay;
    private readonly int[] _rotation;
    private int _played;

    /// <summary>Draws how dear each track will be once it is known.</summary>
    /// <param name="catalog">The tracks.</param>
    /// <param name="random">The draws.</param>
    /// <param name="playsPerDay">How much the listener hears on average.</param>
    public DemoMemory(DemoCatalog catalog, DemoRandom random, double playsPerDay)
    {
        // What was on in the last two weeks is what comes to mind first.
        _rotation = new int[Math.Max(20, (int)(playsPerDay * 14))];
        _weights = new DemoWeights(catalog.Tracks.Length);
        _love = new double[catalog.Tracks.Length];
        _firstHeard = new int[catalog.Tracks.Length];
        _lastPlay = new int[catalog.Tracks.Length];
        Array.Fill(_firstHeard, -1);
        Array.Fill(_lastPlay, -1000);

        // The larger a library, the farther its favourites stand out.
        var floor = .04 * Math.Sqrt(Math.Min(1, 4_000.0 / _love.Length));
        var artists = Array.ConvertAll(catalog.Roster.Artists, _ => HeavyTail(random, floor));
        var nextSong = 0;
        for (var track = 0; track < _love.Length; track++)
        {
            // The first version that was heard stays the one that is put on.
            var isAgain = catalog.Tracks[track].Song != nextSong;
            if (!isAgain)
                nextSong++;
            _love[track] = artists[catalog.Tracks[track].Artists[0]] * HeavyTail(random, floor) * (isAgain ? .35 : 1);
        }
    }

    /// <summary>Remembers a track that was heard for the first time.</summary>
    public void Add(int track, int day)
    {
        _firstHeard[track] = day;
        _weights.Set(track, Weight(track, day));
    }

    /// <summary>Lets a month pass: what was new becomes old.</summary>
    public void Fade(int day) => _weights.SetAll(track => Weight(track, day));

    /// <summary>Notes the number of the track's last play.</summary>
    public void Play(int track, int play)
    {
        _lastPlay[track] = play;
        _rotation[_played++ % _rotation.Length] = track;
    }

    /// <summary>Whether the track was on only a short while ago.</summary>
    public bool IsFresh(int track, int play) => play - _lastPlay[track] < 45;

    /// <summary>How dear the track is.</summary>
    public double Love(int track) => _love[track];

    /// <summary>A known track: the dearer the likelier, or one of those heard lately.</summary>
    public int Draw(DemoRandom random) =>
        _played >= _rotation.Length && random.Chance(.3) ? random.Pick(_rotation) : _weights.Draw(random);

    // New music is played more; half of it is as good as forgotten after a season.
    private double Weight(int track, int day)
    {
        if (_firstHeard[track] < 0)
            return 0;
        var age = day - _firstHeard[track];
        var staying = Math.Min(.5, .1 + (_love[track] * .02));
        return _love[track] * (staying + ((1 - staying) / (1 + (age * age / 3600.0))));
    }

    // Pareto-like from 1 to 11 and more: the few favourites that make Zipf's law.
    private static double HeavyTail(DemoRandom random, double floor)
    {
        var rest = random.NextDouble() + floor;
        return 1 / (Math.Sqrt(rest) * Math.Sqrt(Math.Sqrt(rest)));
    }
}
