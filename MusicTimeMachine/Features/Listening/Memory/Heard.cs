using System.Runtime.InteropServices;

namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>A person's counted plays of a range of days, to be counted in one pass.</summary>
internal sealed class Heard(PersonMemory person, DayRange range, IReadOnlyList<HeardMonth> months, HeardCatalog catalog)
{
    private Tally[]? _tracks;
    private Tallies? _songs;
    private Tallies? _artists;
    private Tallies? _albums;

    /// <summary>Whose memory it was read from; numbers are the same in all its readings.</summary>
    public PersonMemory Person => person;

    /// <summary>What the tracks belong to.</summary>
    public HeardCatalog Catalog => catalog;

    /// <summary>The days.</summary>
    public DayRange Range => range;

    /// <summary>Of the months that it was read from; two readings with the same ones hold the same plays.</summary>
    public IEnumerable<Guid> Revisions => months.Select(month => month.Revision);

    /// <summary>Of each track, by its number.</summary>
    public Tally[] Tracks => _tracks ??= CountTracks();

    /// <summary>Of each song.</summary>
    public Tallies Songs => _songs ??= Tallies.Of(Tracks, catalog.Songs);

    /// <summary>Of each first artist.</summary>
    public Tallies Artists => _artists ??= Tallies.Of(Tracks, catalog.Artists);

    /// <summary>Of each album.</summary>
    public Tallies Albums => _albums ??= Tallies.Of(Tracks, catalog.Albums);

    /// <summary>Of everything.</summary>
    public Tally All => ByDay().Aggregate(default(Tally), (sum, day) => sum + day);

    /// <summary>The months that hold plays, in order; the first and the last may reach beyond the range.</summary>
    public IReadOnlyList<HeardMonth> Months => months;

    /// <summary>Fewer of the days; those that were not read have no plays.</summary>
    public Heard Within(DayRange part) =>
        new(person, part, [.. months.Where(month => month.Month < part.To && month.Month.AddMonths(1) > part.From)], catalog);

    /// <summary>The plays of one song, artist or album alone.</summary>
    /// <param name="items">Of <see cref="Catalog"/>.</param>
    /// <param name="item">Its number among them.</param>
    public Heard Of(HeardItems items, int item) => new(person, range, [.. months.Select(month => month.Of(items, item))], catalog);

    /// <summary>Counts whatever can be asked for, so that many may ask at once.</summary>
    public void CountAll() => (_, _, _) = (Songs, Artists, Albums);

    /// <summary>When each song was first and last heard, by its number; to be asked of songs that were heard.</summary>
    public HeardSpan[] SongSpans()
    {
        var spans = new HeardSpan[catalog.Songs.Ids.Length];
        Array.Fill(spans, new HeardSpan(int.MaxValue, int.MinValue));
        foreach (var month in months)
        {
            var (first, end) = month.Within(range);
            var begin = 24 * month.Month.DayNumber;
            for (var play = 0; play < month.Hours.Length; play++)
            {
                var hour = month.Hours[play];
                if (hour < first || hour >= end || catalog.Songs.OfTrack[month.Tracks[play]] is not (>= 0 and var song)) continue;
                ref var span = ref spans[song];
                span = new HeardSpan(Math.Min(span.First, begin + hour), Math.Max(span.Last, begin + hour));
            }
        }

        return spans;
    }

    /// <summary>The tally of each day, from the range's first.</summary>
    public Tally[] ByDay()
    {
        var days = new Tally[range.Days];
        foreach (var month in months)
        {
            var offset = month.Month.DayNumber - range.From.DayNumber;
            for (var day = Math.Max(0, -offset); day < Math.Min(31, days.Length - offset); day++) days[offset + day] += month.Days[day];
        }

        return days;
    }

    /// <summary>Plays by weekday and hour: 24 × (0 for Monday to 6 for Sunday) + hour.</summary>
    public int[] ByHourOfWeek()
    {
        var week = new int[7 * 24];
        foreach (var month in months)
        {
            if (month.IsWithin(range))
            {
                for (var hour = 0; hour < week.Length; hour++) week[hour] += month.Week[hour];
                continue;
            }

            var (first, end) = month.Within(range);
            var monday = 24 * (((int)month.Month.DayOfWeek + 6) % 7);
            foreach (var hour in month.Hours)
            {
                if (hour >= first && hour < end) week[(monday + hour) % week.Length]++;
            }
        }

        return week;
    }

    /// <summary>Whether another reading found the very same plays. What was read never changes: what has changed has another in its place.</summary>
    public bool IsSameAs(Heard other) =>
        catalog == other.Catalog && months.Count == other.Months.Count && months.Zip(other.Months).All(pair => ReferenceEquals(pair.First, pair.Second));

    /// <summary>How it sounds.</summary>
    public Fingerprint Sound(HeardFeatures features)
    {
        var sum = new FingerprintSum(features);
        var tracks = Tracks;
        for (var track = 0; track < tracks.Length; track++)
        {
            if (tracks[track].Plays > 0) sum.Add(track, tracks[track].Plays);
        }

        return sum.Result();
    }

    /// <summary>The tally of each song by its number, for a range of few plays: it takes no room for all others.</summary>
    public Dictionary<int, Tally> FewSongs()
    {
        var songs = new Dictionary<int, Tally>();
        foreach (var month in months)
        {
            var (first, end) = month.Within(range);
            for (var play = 0; play < month.Hours.Length; play++)
            {
                if (month.Hours[play] < first || month.Hours[play] >= end) continue;
                if (catalog.Songs.OfTrack[month.Tracks[play]] is not (>= 0 and var song)) continue;
                CollectionsMarshal.GetValueRefOrAddDefault(songs, song, out _) += new Tally(month.Ms[play], 1);
            }
        }

        return songs;
    }

    /// <summary>Adds each play to the tally of its song, artist or album, without an array of its own.</summary>
    /// <param name="items">Of <see cref="Catalog"/>.</param>
    /// <param name="tallies">By the item's number.</param>
    public void AddTo(HeardItems items, Span<Tally> tallies)
    {
        foreach (var month in months)
        {
            var (first, end) = month.Within(range);
            var (numbers, hours, ms) = (month.Tracks, month.Hours, month.Ms);
            for (var play = 0; play < numbers.Length; play++)
            {
                if (hours[play] >= first && hours[play] < end && items.OfTrack[numbers[play]] is >= 0 and var item) tallies[item] += new Tally(ms[play], 1);
            }
        }
    }

    private Tally[] CountTracks()
    {
        var tracks = new Tally[catalog.Tracks];
        foreach (var month in months)
        {
            var (first, end) = month.Within(range);
            var (numbers, hours, ms, whole) = (month.Tracks, month.Hours, month.Ms, month.IsWithin(range));
            for (var play = 0; play < numbers.Length; play++)
            {
                if (!whole && (hours[play] < first || hours[play] >= end)) continue;
                ref var tally = ref tracks[numbers[play]];
                tally += new Tally(ms[play], 1);
            }
        }

        return tracks;
    }
}
