using System.Runtime.InteropServices;

namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>How often and how long something was heard.</summary>
/// <param name="Ms">Time listened in counted plays, in milliseconds.</param>
/// <param name="Plays">Counted plays.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tally(long Ms, int Plays)
{
    public static Tally operator +(Tally a, Tally b) => new(a.Ms + b.Ms, a.Plays + b.Plays);
}
