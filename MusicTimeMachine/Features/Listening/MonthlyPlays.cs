namespace MusicTimeMachine.Features.Listening;

/// <summary>What <see cref="MonthlyPlays"/> adds up. Stored as a small integer: the numbers never change.</summary>
public enum CountedItem : short
{
    /// <summary>Songs, see <see cref="Catalog.Song"/>.</summary>
    Song = 1,

    /// <summary>First artists.</summary>
    Artist = 2,

    /// <summary>Albums.</summary>
    Album = 3,
}

/// <summary>
/// Counted plays of one song, artist or album in one month of the person's own calendar. Whole months of a range are
/// read from here, its ragged ends from the plays.
/// </summary>
public sealed class MonthlyPlays
{
    /// <summary>Whose plays.</summary>
    public Guid UserId { get; set; }

    /// <summary>What is counted.</summary>
    public CountedItem Item { get; set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; set; }

    /// <summary>The song, artist or album.</summary>
    public long ItemId { get; set; }

    /// <summary>Counted plays.</summary>
    public int Plays { get; set; }

    /// <summary>Time listened in counted plays, in milliseconds.</summary>
    public long MsPlayed { get; set; }
}
