namespace MusicTimeMachine.Features.Catalog.Tracks;

/// <summary>Another track of a song: the same recording on another album, or under another id.</summary>
/// <param name="Id">The catalogue's number.</param>
/// <param name="Name">The title there.</param>
/// <param name="Artist">All artists as they are shown there.</param>
/// <param name="Album">The album's title, when known.</param>
/// <param name="AlbumArtist">The album's artist, when the album is known.</param>
/// <param name="Image">The address of a cover, when known.</param>
/// <param name="Plays">Counted plays under this id.</param>
/// <param name="Liked">Whether the person likes this id.</param>
public sealed record Release(long Id, string Name, string Artist, string? Album, string? AlbumArtist, string? Image, int Plays, bool Liked);
