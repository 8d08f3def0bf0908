namespace MusicTimeMachine.Features.Listening;

/// <summary>
/// The shown plays of one month of the person's own calendar, as columns: what every total, top and series is computed
/// from. An element of <see cref="TrackIds"/>, <see cref="Hours"/> and <see cref="Ms"/> is one counted play.
/// </summary>
/// <remarks>
/// A row a month keeps a million plays in some 14 MB, is read in a fifth of a second, and one pass over the columns answers
/// whatever is asked of whatever days.
/// </remarks>
public sealed class ListeningMonth
{
    /// <summary>Whose plays.</summary>
    public Guid UserId { get; set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; set; }

    /// <summary>Another one each time the month is computed: who holds a copy of the same revision holds the same plays.</summary>
    public Guid Revision { get; set; }

    /// <summary>Counted plays.</summary>
    public int Plays { get; set; }

    /// <summary>Time listened in counted plays, in milliseconds.</summary>
    public long MsPlayed { get; set; }

    /// <summary>The days of the month, 1 to 31, on which a play is shown, in order.</summary>
    public short[] ShownDays { get; set; } = [];

    /// <summary>For each of <see cref="ShownDays"/>, how many plays are shown, those that do not count included.</summary>
    public int[] ShownPlays { get; set; } = [];

    /// <summary>The track of each counted play.</summary>
    public long[] TrackIds { get; set; } = [];

    /// <summary>
    /// When each counted play ended, in hours of the person's clock since the month began: 24 × (day − 1) + hour. When
    /// clocks go back, two hours share one.
    /// </summary>
    public short[] Hours { get; set; } = [];

    /// <summary>Time listened of each counted play, in milliseconds; 0 when not told, at most <see cref="Rollups.LongestMs"/>.</summary>
    public int[] Ms { get; set; } = [];
}
