namespace MusicTimeMachine.Features.Searching;

/// <summary>A track that a search has found.</summary>
/// <param name="Id">In the catalogue.</param>
/// <param name="Name">Its title.</param>
/// <param name="Artist">Its artists, as displayed.</param>
/// <param name="Album">Its album, when known.</param>
/// <param name="Image">Address of a cover, when known.</param>
/// <param name="Plays">The person's own counted plays of it.</param>
/// <param name="Score">
/// How well the words match, the more the better; 0 where there were only filters. Comparable within one search alone.
/// </param>
public sealed record SearchHit(long Id, string Name, string Artist, string? Album, string? Image, int Plays, double Score);
