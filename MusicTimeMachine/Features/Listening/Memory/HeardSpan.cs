using System.Runtime.InteropServices;

namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>When something was first and last heard in a range, in hours of the person's clock since the calendar began.</summary>
/// <param name="First">The hour of the first counted play.</param>
/// <param name="Last">The hour of the last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HeardSpan(int First, int Last)
{
    /// <summary>The day of the first counted play.</summary>
    public DateOnly FirstDay => DateOnly.FromDayNumber(First / 24);

    /// <summary>The day of the last.</summary>
    public DateOnly LastDay => DateOnly.FromDayNumber(Last / 24);
}
