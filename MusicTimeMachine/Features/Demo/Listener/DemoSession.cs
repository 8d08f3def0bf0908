namespace MusicTimeMachine.Features.Demo;

/// <summary>Music without a longer break.</summary>
/// <param name="Start">The earliest start; later when the session before is not over.</param>
/// <param name="Moment">What the listener is doing.</param>
/// <param name="Plays">How many plays there will be.</param>
internal readonly record struct DemoSession(DateTimeOffset Start, DemoMoment Moment, int Plays)
{
    private const double MinutesPerPlay = 3.6;

    /// <summary>Shares a day's plays among its sessions.</summary>
    /// <param name="random">The draws.</param>
    /// <param name="date">The day.</param>
    /// <param name="plays">All plays of the day.</param>
    /// <param name="isLast">Whether the listening ends with this day, so that nothing may go on past midnight.</param>
    /// <param name="zone">Where the listener lives.</param>
    public static List<DemoSession> Of(DemoRandom random, DateOnly date, int plays, bool isLast, TimeZoneInfo zone)
    {
        var moments = DemoMoment.Of(date.DayOfWeek);
        var weights = new double[moments.Length];
        var room = 0.0;
        for (var i = 0; i < moments.Length; i++)
        {
            if (isLast && moments[i].To > 20)
                continue;
            if (random.Chance(moments[i].Probability))
                room += weights[i] = (moments[i].To - moments[i].From) * random.Between(.4, 1.6);
        }

        // A day of much music takes what time there is.
        for (var tries = 0; room * 60 < plays * MinutesPerPlay && tries < 24; tries++)
        {
            var i = random.Next(moments.Length);
            if (weights[i] == 0 && !(isLast && moments[i].To > 20))
                room += weights[i] = moments[i].To - moments[i].From;
        }

        var sum = weights.Sum();
        var sessions = new List<DemoSession>();
        var (weight, given) = (0.0, 0);
        for (var i = 0; i < moments.Length; i++)
        {
            weight += weights[i];
            var upTo = sum == 0 ? (i == 0 ? plays : given) : (int)Math.Round(plays * (weight / sum));
            if (upTo > given)
                sessions.Add(new DemoSession(StartOf(random, date, moments[i], upTo - given, zone), moments[i], upTo - given));
            given = upTo;
        }

        return sessions;
    }

    /// <summary>When a session begins: within its moment, so that there is time for its plays.</summary>
    public static DateTimeOffset StartOf(DemoRandom random, DateOnly date, DemoMoment moment, int plays, TimeZoneInfo zone)
    {
        var spare = Math.Max(.15, moment.To - moment.From - (plays * MinutesPerPlay / 60));
        var local = date.ToDateTime(TimeOnly.MinValue).AddMilliseconds(Math.Floor((moment.From + (spare * random.NextDouble())) * 3_600_000));

        // In spring an hour of the night does not exist.
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
    }
}
