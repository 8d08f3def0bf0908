namespace MusicTimeMachine.Features.Demo;

/// <summary>How dear every known track is to the listener: some for ever, most for a while.</summary>
internal sealed class DemoMemory
{
    private readonly DemoCatalog _catalog;
    private readonly DemoWeights _weights;
    private readonly double[] _love;
    private readonly int[] _firstHeard;
    private readonly int[] _lastPlay;

    /// <summary>Draws how dear each track will be once it is known.</summary>
    public DemoMemory(DemoCatalog catalog, DemoRandom random)
    {
        _catalog = catalog;
        _weights = new DemoWeights(catalog.Tracks.Length);
        _love = new double[catalog.Tracks.Length];
        _firstHeard = new int[catalog.Tracks.Length];
        _lastPlay = new int[catalog.Tracks.Length];
        Array.Fill(_firstHeard, -1);
        Array.Fill(_lastPlay, -1000);
        var artists = Array.ConvertAll(catalog.Roster.Artists, _ => HeavyTail(random));
        var nextSong = 0;
        for (var track = 0; track < _love.Length; track++)
        {
            // The first version that was heard stays the one that is put on.
            var isAgain = catalog.Tracks[track].Song != nextSong;
            if (!isAgain)
                nextSong++;
            _love[track] = artists[catalog.Tracks[track].Artists[0]] * HeavyTail(random) * (isAgain ? .35 : 1);
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
    public void Play(int track, int play) => _lastPlay[track] = play;

    /// <summary>Whether the track was on only a short while ago.</summary>
    public bool IsFresh(int track, int play) => play - _lastPlay[track] < 45;

    /// <summary>How dear the track is.</summary>
    public double Love(int track) => _love[track];

    /// <summary>A known track, the dearer the likelier.</summary>
    public int Draw(DemoRandom random) => _weights.Draw(random);

    // New music is played more; half of it is as good as forgotten after a season.
    private double Weight(int track, int day)
    {
        if (_firstHeard[track] < 0)
            return 0;
        var age = day - _firstHeard[track];
        var staying = Math.Min(.5, .1 + (_love[track] * .02));
        return _love[track] * (staying + ((1 - staying) / (1 + (age * age / 3600.0))));
    }

    // Pareto-like between 1 and 11: the few favourites that make Zipf's law.
    private static double HeavyTail(DemoRandom random)
    {
        var rest = random.NextDouble() + .04;
        return 1 / (Math.Sqrt(rest) * Math.Sqrt(Math.Sqrt(rest)));
    }
}
