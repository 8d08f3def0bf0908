namespace MusicTimeMachine.Features.Api;

/// <summary>A line of a list of tops.</summary>
/// <param name="Id">The catalogue's number; null for a genre.</param>
/// <param name="Name">The title or name.</param>
/// <param name="Artist">The artist of a track or album; null for others.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="MsPlayed">Time listened, in milliseconds.</param>
internal sealed record ApiTop(long? Id, string Name, string? Artist, int Plays, long MsPlayed);
