namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>When each song, artist and album of a whole history was heard for the first time.</summary>
internal sealed class FirstHeard
{
    private readonly Heard _heard;

    /// <summary>Looks through a reading of the whole history.</summary>
    public FirstHeard(Heard heard)
    {
        _heard = heard;
        var tracks = new int[heard.Catalog.Tracks];
        Array.Fill(tracks, int.MaxValue);
        foreach (var month in heard.Months)
        {
            var first = month.Month.DayNumber;
            for (var play = 0; play < month.Tracks.Length; play++)
            {
                ref var day = ref tracks[month.Tracks[play]];
                day = Math.Min(day, first + (month.Hours[play] / 24));
            }
        }

        (Songs, Artists, Albums) = (Of(tracks, heard.Catalog.Songs), Of(tracks, heard.Catalog.Artists), Of(tracks, heard.Catalog.Albums));
    }

    /// <summary>By the song's number, the number of the day; the largest there is for one that was never heard. So the others.</summary>
    public int[] Songs { get; }

    /// <summary>By the artist's number.</summary>
    public int[] Artists { get; }

    /// <summary>By the album's number.</summary>
    public int[] Albums { get; }

    /// <summary>Whether it still holds for a later reading.</summary>
    public bool IsOf(Heard heard) => _heard.IsSameAs(heard);

    private static int[] Of(int[] tracks, HeardItems items)
    {
        var firsts = new int[items.Ids.Length];
        Array.Fill(firsts, int.MaxValue);
        for (var track = 0; track < tracks.Length; track++)
        {
            if (items.OfTrack[track] is >= 0 and var item) firsts[item] = Math.Min(firsts[item], tracks[track]);
        }

        return firsts;
    }
}
