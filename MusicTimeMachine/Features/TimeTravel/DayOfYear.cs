namespace MusicTimeMachine.Features.TimeTravel;

/// <summary>One day in one year.</summary>
/// <param name="Day">The day.</param>
/// <param name="Plays">Counted plays; more than 0.</param>
/// <param name="MsPlayed">Time listened, in milliseconds.</param>
/// <param name="Songs">How many different songs.</param>
/// <param name="Top">The best songs of the day.</param>
public sealed record DayOfYear(DateOnly Day, int Plays, long MsPlayed, int Songs, IReadOnlyList<Home.TopItem> Top);
