namespace MusicTimeMachine.Features.Searching;

/// <summary>A row of <see cref="SearchStatement"/>: a hit, how many there are, and how many of these have the words as typed.</summary>
internal sealed record SearchRow(long Id, string Name, string Artist, string? Album, string? Image, int Plays, double Score, int Total, int Typed);
