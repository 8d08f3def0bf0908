namespace MusicTimeMachine.Features.Demo;

/// <summary>How much is played on each day, and which days are holidays.</summary>
internal sealed class DemoCalendar
{
    /// <summary>Even a great listener has to sleep and to talk.</summary>
    private const int MostPlaysOnADay = 240;

    private readonly double[] _weights;

    /// <summary>Draws the calendar.</summary>
    public DemoCalendar(DemoOptions options)
    {
        var random = new DemoRandom(options.Seed, stream: 2);
        var days = options.LastDay.DayNumber - options.FirstDay.DayNumber + 1;
        _weights = new double[days];
        Away = new bool[days];
        Plays = new int[days];
        Ordinary(random, options.FirstDay);
        Holidays(random, options.FirstDay);

        // Nothing may be played after the last day, so it ends early.
        _weights[^1] = Math.Min(_weights[^1], .25);
        Share(options.Plays);
    }

    /// <summary>The plays of each day.</summary>
    public int[] Plays { get; }

    /// <summary>The days spent away with other music.</summary>
    public bool[] Away { get; }

    // Months of much and of little music, quiet days among them.
    private void Ordinary(DemoRandom random, DateOnly first)
    {
        const int turn = 110;
        var (before, after) = (.7, random.Between(.6, 1.3));
        var silence = .2;
        for (var day = 0; day < _weights.Length; day++)
        {
            if (day > 0 && day % turn == 0)
            {
                (before, after) = (after, random.Between(.5, 1.7));
                silence = random.Between(.06, .3);
            }

            var trend = before + ((after - before) * (day % turn / (double)turn));
            var weekday = first.AddDays(day).DayOfWeek switch
            {
                DayOfWeek.Friday => 1.12,
                DayOfWeek.Saturday => 1.2,
                DayOfWeek.Sunday => .82,
                _ => 1.0,
            };
            var mood = random.NextDouble();
            _weights[day] = random.Chance(silence) ? 0 : trend * weekday * (.3 + (1.5 * mood * (.4 + (.6 * mood))));
        }
    }

    // Some three journeys a year of one to three weeks; half of them without music.
    private void Holidays(DemoRandom random, DateOnly first)
    {
        for (var day = random.Between(40, 140); day < _weights.Length - 30; day += random.Between(75, 190))
        {
            var summer = first.AddDays(day).Month is 6 or 7 or 8;
            var length = random.Between(7, summer ? 21 : 12);
            var silent = random.Chance(.5);
            for (var i = day; i < day + length && i < _weights.Length; i++)
            {
                Away[i] = !silent;
                _weights[i] = silent ? 0 : _weights[i] * .55;
            }

            day += length;
        }
    }

    // Whole plays for every day, in the end exactly as many as asked for; what does not fit into a day goes to the others.
    private void Share(int plays)
    {
        for (var round = 0; round < 8; round++)
        {
            var scale = plays / _weights.Sum();
            for (var day = 0; day < _weights.Length; day++)
                _weights[day] = Math.Min(_weights[day] * scale, MostPlaysOnADay);
        }

        var total = _weights.Sum();
        var (weight, given) = (0.0, 0);
        var last = Array.FindLastIndex(_weights, each => each > 0);
        for (var day = 0; day <= last; day++)
        {
            weight += _weights[day];
            var upTo = day == last ? plays : (int)(plays * (weight / total));
            Plays[day] = upTo - given;
            given = upTo;
        }
    }
}
