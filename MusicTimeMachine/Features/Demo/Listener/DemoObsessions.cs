namespace MusicTimeMachine.Features.Demo;

/// <summary>
/// Songs that the listener cannot get enough of for two or three weeks, and then cannot hear any more for months.
/// Some come back a year later.
/// </summary>
internal sealed class DemoObsessions(DemoRandom random, int songs, double playsPerDay)
{
    private readonly int[] _restsUntil = new int[songs];
    private readonly List<Obsession> _active = [];
    private readonly List<Obsession> _again = [];
    private readonly List<int> _today = [];

    /// <summary>Whether a song is kept out of ordinary listening.</summary>
    public bool Rests(int song, int day) => _restsUntil[song] > day;

    /// <summary>Whether the listener is open for a new obsession.</summary>
    public bool Begins(int day, int lastDay) =>
        day + 3 < lastDay
        && _active.Count < 2 + (playsPerDay / 60)
        && random.Chance(.045 * Math.Max(1, playsPerDay / 60));

    /// <summary>Falls for a track.</summary>
    public void Begin(int track, int song, int day) => Begin(new Obsession(track, song, day, random.Between(13, 20), random.Between(30, 66)));

    /// <summary>The obsessions' tracks for a day, one entry a play, at most half of what the day has.</summary>
    public List<int> On(int day, int plays)
    {
        var returning = _again.FindAll(obsession => obsession.Start <= day);
        _again.RemoveAll(obsession => obsession.Start <= day);
        foreach (var obsession in returning)
            Begin(obsession with { Start = day });
        _active.RemoveAll(obsession => day > obsession.Start + obsession.Days);
        _today.Clear();
        foreach (var obsession in _active)
        {
            var due = Math.Min(obsession.Due(day) - obsession.Played, Math.Max(1, (plays / 2) - _today.Count));
            for (var i = 0; i < due && _today.Count < plays / 2; i++)
            {
                _today.Add(obsession.Track);
                obsession.Played++;
            }
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_today));
        return _today;
    }

    private void Begin(Obsession obsession)
    {
        _active.Add(obsession);
        var rest = random.Chance(.25) ? random.Between(400, 1500) : random.Between(75, 380);
        _restsUntil[obsession.Song] = Math.Max(_restsUntil[obsession.Song], obsession.Start + obsession.Days + rest);
        if (random.Chance(.22))
        {
            var days = random.Between(5, 12);
            _again.Add(new Obsession(obsession.Track, obsession.Song, obsession.Start + 365 + random.Between(-6, 6), days, random.Between(9, 24)));
        }
    }

    private sealed record Obsession(int Track, int Song, int Start, int Days, int Plays)
    {
        public int Played { get; set; }

        // Up at once, then slowly down: the share of the area under a falling line.
        public int Due(int day)
        {
            var left = 1 - Math.Clamp((day - Start + 1) / (double)Days, 0, 1);
            return (int)(Plays * (1 - (left * left)));
        }
    }
}
