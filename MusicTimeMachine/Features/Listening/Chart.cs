namespace MusicTimeMachine.Features.Listening;

/// <summary>What a <see cref="Chart"/> ranks. Stored as a small integer: the numbers never change.</summary>
public enum CountedItem : short
{
    /// <summary>Songs, see <see cref="Catalog.Song"/>.</summary>
    Song = 1,

    /// <summary>First artists.</summary>
    Artist = 2,

    /// <summary>Albums.</summary>
    Album = 3,
}

/// <summary>How long the period of a <see cref="Chart"/> is. Stored as a small integer: the numbers never change.</summary>
public enum ChartSpan : short
{
    /// <summary>A month of the person's calendar.</summary>
    Month = 1,

    /// <summary>A year of the person's calendar.</summary>
    Year = 2,

    /// <summary>Everything.</summary>
    All = 3,
}

/// <summary>
/// A period's songs, artists or albums with their counted plays, the most played first. The three arrays belong together,
/// element by element: a row a period is a thirtieth of the size of a row an item, and is summed in a third of the time.
/// </summary>
/// <remarks>
/// There is a row for every month with plays. Years and the whole are sums of months that make long ranges quick; they can
/// be missing (while an import runs), but are never out of date.
/// </remarks>
public sealed class Chart
{
    /// <summary>Whose plays.</summary>
    public Guid UserId { get; set; }

    /// <summary>What is ranked.</summary>
    public CountedItem Item { get; set; }

    /// <summary>How long the period is.</summary>
    public ChartSpan Span { get; set; }

    /// <summary>The period's first day; <see cref="DateOnly.MinValue"/> for everything.</summary>
    public DateOnly Start { get; set; }

    /// <summary>The songs, artists or albums, by plays, then by time listened, then by id.</summary>
    public required long[] ItemIds { get; set; }

    /// <summary>Counted plays of each.</summary>
    public required int[] Plays { get; set; }

    /// <summary>Time listened in counted plays of each, in milliseconds.</summary>
    public required long[] MsPlayed { get; set; }
}
