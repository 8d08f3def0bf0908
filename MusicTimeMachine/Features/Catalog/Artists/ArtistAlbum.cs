namespace MusicTimeMachine.Features.Catalog.Artists;

/// <summary>An album of a person's library on which an artist is heard.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">The album's artist.</param>
/// <param name="Image">The address of a cover, when known.</param>
/// <param name="ReleaseDate">When it came out, at least to the year; when known.</param>
/// <param name="Songs">Different songs of it in the library.</param>
/// <param name="Plays">Counted plays of them.</param>
public sealed record ArtistAlbum(long Id, string Name, string Artist, string? Image, DateOnly? ReleaseDate, int Songs, int Plays);
