namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>The tally of each song, artist or album over a range.</summary>
internal sealed class Tallies
{
    private Tallies(long[] ids, Tally[] values, int played) => (Ids, Values, Played) = (ids, values, played);

    /// <summary>By number, the id in the catalogue.</summary>
    public long[] Ids { get; }

    /// <summary>By number; without plays where the range has none.</summary>
    public Tally[] Values { get; }

    /// <summary>How many of the items were played.</summary>
    public int Played { get; }

    /// <summary>Adds the tallies of tracks up.</summary>
    public static Tallies Of(Tally[] tracks, HeardItems items)
    {
        var values = new Tally[items.Ids.Length];
        var played = 0;
        for (var track = 0; track < tracks.Length; track++)
        {
            if (tracks[track].Plays == 0 || items.OfTrack[track] is not (>= 0 and var item)) continue;
            if (values[item].Plays == 0) played++;
            values[item] += tracks[track];
        }

        return new(items.Ids, values, played);
    }

    /// <summary>Those items alone that were not heard before a day.</summary>
    /// <param name="firsts">By number, the number of the day on which the item was first heard.</param>
    /// <param name="day">The day.</param>
    public Tallies FirstSince(int[] firsts, DateOnly day)
    {
        var values = new Tally[Values.Length];
        var played = 0;
        for (var item = 0; item < values.Length; item++)
        {
            if (Values[item].Plays == 0 || firsts[item] < day.DayNumber) continue;
            values[item] = Values[item];
            played++;
        }

        return new(Ids, values, played);
    }
}
