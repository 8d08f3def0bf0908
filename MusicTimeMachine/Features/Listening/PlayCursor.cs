using System.Runtime.InteropServices;

namespace MusicTimeMachine.Features.Listening;

/// <summary>A place in the list of plays, newest first: what lies before it was played earlier, or at the same time with a smaller number.</summary>
/// <param name="PlayedAt">End of play.</param>
/// <param name="Id">The play's number.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlayCursor(DateTimeOffset PlayedAt, long Id);
