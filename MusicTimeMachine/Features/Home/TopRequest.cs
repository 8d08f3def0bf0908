using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Home;

/// <summary>Which tops are asked for.</summary>
/// <param name="Kind">What they are of.</param>
/// <param name="Range">The days that count.</param>
public sealed record TopRequest(TopKind Kind, DayRange Range)
{
    /// <summary>The range to compare with; null for none.</summary>
    public DayRange? Before { get; init; }

    /// <summary>What comes first.</summary>
    public TopOrder Order { get; init; }

    /// <summary>How many, up to <see cref="TopQuery.MostItems"/>.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>How many to leave out from the best.</summary>
    public int Offset { get; init; }
}
