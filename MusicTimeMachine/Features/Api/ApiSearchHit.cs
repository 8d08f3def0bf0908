namespace MusicTimeMachine.Features.Api;

/// <summary>A track that a search has found.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">All artists as they are shown.</param>
/// <param name="Album">The album's title, when known.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Score">How well the words match; comparable within one search alone.</param>
internal sealed record ApiSearchHit(long Id, string Name, string Artist, string? Album, int Plays, double Score);
