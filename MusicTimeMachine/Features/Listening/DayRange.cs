using System.Runtime.InteropServices;

namespace MusicTimeMachine.Features.Listening;

/// <summary>Days of a person's own calendar.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last; not before <paramref name="From"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayRange(DateOnly From, DateOnly To)
{
    /// <summary>How many days; never negative.</summary>
    public int Days => Math.Max(0, To.DayNumber - From.DayNumber);

    /// <summary>As many days right before; fewer where the calendar begins.</summary>
    public DayRange Before => new(DateOnly.FromDayNumber(Math.Max(0, From.DayNumber - Days)), From);

    /// <summary>The smallest range that holds this one and the other.</summary>
    public DayRange With(DayRange other) => new(From < other.From ? From : other.From, To > other.To ? To : other.To);
}
