namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>A person's counted plays of a range of days, to be counted in one pass.</summary>
internal sealed class Heard(DayRange range, IReadOnlyList<HeardMonth> months, HeardCatalog catalog)
{
    private Tally[]? _tracks;
    private Tallies? _songs;
    private Tallies? _artists;
    private Tallies? _albums;

    /// <summary>The days.</summary>
    public DayRange Range => range;

    /// <summary>Of each song.</summary>
    public Tallies Songs => _songs ??= Tallies.Of(Tracks, catalog.Songs);

    /// <summary>Of each first artist.</summary>
    public Tallies Artists => _artists ??= Tallies.Of(Tracks, catalog.Artists);

    /// <summary>Of each album.</summary>
    public Tallies Albums => _albums ??= Tallies.Of(Tracks, catalog.Albums);

    /// <summary>Of everything.</summary>
    public Tally All => Tracks.Aggregate(default(Tally), (sum, track) => sum + track);

    private Tally[] Tracks => _tracks ??= CountTracks();

    /// <summary>Fewer of the days; those that were not read have no plays.</summary>
    public Heard Within(DayRange part) =>
        new(part, [.. months.Where(month => month.Month < part.To && month.Month.AddMonths(1) > part.From)], catalog);

    /// <summary>The tally of each day, from the range's first.</summary>
    public Tally[] ByDay()
    {
        var days = new Tally[range.Days];
        foreach (var month in months)
        {
            var (first, end) = month.Within(range);
            var offset = month.Month.DayNumber - range.From.DayNumber;
            for (var play = 0; play < month.Hours.Length; play++)
            {
                var hour = month.Hours[play];
                if (hour >= first && hour < end) days[offset + (hour / 24)] += new Tally(month.Ms[play], 1);
            }
        }

        return days;
    }

    /// <summary>Plays by weekday, 0 for Monday, and hour.</summary>
    public int[,] ByWeekdayAndHour()
    {
        var week = new int[7, 24];
        foreach (var month in months)
        {
            var (first, end) = month.Within(range);
            var weekday = (int)month.Month.DayOfWeek + 6;
            foreach (var hour in month.Hours)
            {
                if (hour >= first && hour < end) week[(weekday + (hour / 24)) % 7, hour % 24]++;
            }
        }

        return week;
    }

    private Tally[] CountTracks()
    {
        var tracks = new Tally[catalog.Tracks];
        foreach (var month in months)
        {
            var (first, end) = month.Within(range);
            for (var play = 0; play < month.Hours.Length; play++)
            {
                if (month.Hours[play] >= first && month.Hours[play] < end) tracks[month.Tracks[play]] += new Tally(month.Ms[play], 1);
            }
        }

        return tracks;
    }
}
