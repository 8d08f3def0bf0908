namespace MusicTimeMachine.Features.Catalog.Ranks;

/// <summary>How a song, artist or album stood among the person's others in a year of their own calendar.</summary>
/// <param name="Year">The year.</param>
/// <param name="Rank">From 1 by counted plays, then time listened, equals sharing one; null in a year without a play.</param>
/// <param name="Among">How many songs, artists or albums were played in the year; 0 where there is no rank.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="MsPlayed">Time listened, in milliseconds.</param>
public sealed record YearRank(int Year, int? Rank, int Among, int Plays, long MsPlayed);
