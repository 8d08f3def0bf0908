namespace MusicTimeMachine.Features.Catalog.Tracks;

/// <summary>One of the artists of a track.</summary>
/// <param name="ArtistId">The catalogue's number.</param>
/// <param name="Name">The name.</param>
public sealed record Credit(long ArtistId, string Name);
