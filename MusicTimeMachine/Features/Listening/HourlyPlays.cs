namespace MusicTimeMachine.Features.Listening;

/// <summary>Counted plays in one hour of one day of the person's own calendar: the calendar, the clock and the series.</summary>
public sealed class HourlyPlays
{
    /// <summary>Whose plays.</summary>
    public Guid UserId { get; set; }

    /// <summary>The day in the person's time zone.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The hour of that day, 0 to 23. When clocks go back, two hours share one.</summary>
    public short Hour { get; set; }

    /// <summary>Counted plays.</summary>
    public int Plays { get; set; }

    /// <summary>Time listened in counted plays, in milliseconds.</summary>
    public long MsPlayed { get; set; }
}
