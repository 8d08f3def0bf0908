namespace MusicTimeMachine.Features.Demo;

/// <summary>The invented person: day by day, session by session, one track after the other.</summary>
internal sealed class DemoListener
{
    private readonly DemoCatalog _catalog;
    private readonly DemoOptions _options;
    private readonly DemoRandom _random;
    private readonly DemoCalendar _calendar;
    private readonly DemoTaste _taste;
    private readonly DemoDiscoveries _discoveries;
    private readonly DemoMemory _memory;
    private readonly DemoObsessions _obsessions;
    private readonly DemoPlayer _player;
    private readonly DemoProgramme _programme;
    private int _plays;

    /// <summary>A listener who has not heard anything yet.</summary>
    public DemoListener(DemoCatalog catalog, DemoOptions options)
    {
        (_catalog, _options) = (catalog, options);
        _random = new DemoRandom(options.Seed, stream: 3);
        _calendar = new DemoCalendar(options);
        _taste = new DemoTaste(_random, _calendar.Plays.Length);
        _discoveries = new DemoDiscoveries(catalog, _random, options.Plays);
        var playsPerDay = options.Plays / (double)_calendar.Plays.Length;
        _memory = new DemoMemory(catalog, _random, playsPerDay);
        _obsessions = new DemoObsessions(_random, catalog.Tracks.Max(track => track.Song) + 1, playsPerDay);
        _player = new DemoPlayer(_random);
        _programme = new DemoProgramme(catalog, _random, _discoveries, _memory, _obsessions);
    }

    /// <summary>Listens through all the years.</summary>
    public IEnumerable<DemoPlay> Listen()
    {
        var mood = 0.0;
        for (var day = 0; day < _calendar.Plays.Length; day++)
        {
            var date = _options.FirstDay.AddDays(day);
            if (date.Day == 1)
                _memory.Fade(day);
            _discoveries.Release(date);
            mood = (mood * .8) + (_random.Normal() * .05);
            if (_calendar.Plays[day] == 0)
                continue;

            foreach (var play in ListenOn(day, date, mood))
                yield return play;
        }
    }

    private IEnumerable<DemoPlay> ListenOn(int day, DateOnly date, double mood)
    {
        var left = _calendar.Plays[day];
        var away = _calendar.Away[day];
        var news = _discoveries.Today(_plays + left, left);
        if (_obsessions.Begins(day, _calendar.Plays.Length) && _programme.Crush(day) is { } crush)
            _obsessions.Begin(crush, _catalog.Tracks[crush].Song, day);
        var obsessed = _obsessions.On(day, left - news);
        foreach (var session in DemoSession.Of(_random, date, left, day == _calendar.Plays.Length - 1, _options.TimeZone))
        {
            _player.Begin(session, day / 365, away);
            _programme.Begin(
                day,
                session.Moment.Energy + (.15 * DemoSeason.Warmth(date)) + mood,
                session.Moment.Valence + (.06 * DemoSeason.Warmth(date)) + mood,
                session.Moment.Album,
                _taste.On(day, away));
            for (var i = 0; i < session.Plays; i++, left--, _plays++)
            {
                var pick = _programme.Next(_plays, left, news, obsessed);
                if (_discoveries.Hear(pick.Track))
                {
                    _memory.Add(pick.Track, day);
                    news--;
                }

                if (pick.ByHand)
                    _player.Choose();
                _memory.Play(pick.Track, _plays);
                yield return _player.Play(pick.Track, _catalog.Tracks[pick.Track].DurationMs, pick.Skipping, pick.Shuffle, i == session.Plays - 1);
            }
        }
    }
}
