namespace MusicTimeMachine.Features.Demo;

/// <summary>
/// What Spotify would have said of the demo's listener: for each range the tracks and artists with the most counted plays
/// before that day, every four weeks at first, then every week, and every day in the last months. For two weeks of these nobody asked.
/// </summary>
internal sealed class DemoTops(DemoLibrary library)
{
    private const int Most = 50;
    private const int CountedFromMs = 30_000;

    /// <summary>Days of four weeks, six months and a year.</summary>
    private static readonly int[] Ranges = [28, 182, 365];

    /// <summary>A list of a day.</summary>
    /// <param name="Date">The day.</param>
    /// <param name="Range">0 to 2, from the shortest.</param>
    /// <param name="Tracks">Indexes of the library's tracks, the most played first.</param>
    /// <param name="Artists">Indexes of its artists.</param>
    public sealed record List(DateOnly Date, int Range, IReadOnlyList<int> Tracks, IReadOnlyList<int> Artists);

    /// <summary>The lists, day by day.</summary>
    public IEnumerable<List> Make()
    {
        var plays = CountedPlays();
        var windows = Ranges.Select(days => new Window(days, library.Tracks.Count, library.Artists.Count)).ToArray();
        foreach (var date in Dates())
        {
            for (var range = 0; range < windows.Length; range++)
            {
                windows[range].MoveTo(date, plays, library);
                yield return new List(date, range, Best(windows[range].OfTrack), Best(windows[range].OfArtist));
            }
        }
    }

    /// <summary>Of six years at the most, the first after a year.</summary>
    private IEnumerable<DateOnly> Dates()
    {
        var last = library.Options.LastDay;
        for (var ago = Math.Min(6 * 365, last.DayNumber - library.Options.FirstDay.DayNumber) - 365; ago >= 0; ago--)
        {
            var asked = ago switch { > 730 => ago % 28 == 0, > 80 => ago % 7 == 0, _ => ago is < 40 or > 53 };
            if (asked) yield return last.AddDays(-ago);
        }
    }

    private List<(DateOnly Day, int Track)> CountedPlays()
    {
        var zone = library.Options.TimeZone;
        return [.. library.Plays().Where(play => play.MsPlayed >= CountedFromMs).Select(play => (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(play.PlayedAt, zone).DateTime), play.Track))];
    }

    private static List<int> Best(int[] plays)
    {
        var best = new PriorityQueue<int, (int Plays, int Index)>(Most + 1);
        for (var i = 0; i < plays.Length; i++)
        {
            if (plays[i] == 0 || (best.Count == Most && best.TryPeek(out _, out var least) && plays[i] <= least.Plays)) continue;
            best.Enqueue(i, (plays[i], -i));
            if (best.Count > Most) best.Dequeue();
        }

        List<int> order = [];
        while (best.TryDequeue(out var index, out _)) order.Add(index);
        order.Reverse();
        return order;
    }

    /// <summary>The plays of so many days before a day.</summary>
    private sealed class Window(int days, int tracks, int artists)
    {
        private int _from;
        private int _to;

        public int[] OfTrack { get; } = new int[tracks];

        public int[] OfArtist { get; } = new int[artists];

        public void MoveTo(DateOnly date, List<(DateOnly Day, int Track)> plays, DemoLibrary library)
        {
            for (; _to < plays.Count && plays[_to].Day < date; _to++) Count(library, plays[_to].Track, 1);
            for (; _from < _to && plays[_from].Day < date.AddDays(-days); _from++) Count(library, plays[_from].Track, -1);
        }

        private void Count(DemoLibrary library, int track, int change)
        {
            OfTrack[track] += change;
            foreach (var artist in library.Tracks[track].Artists) OfArtist[artist] += change;
        }
    }
}
