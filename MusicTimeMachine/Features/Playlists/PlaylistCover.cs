namespace MusicTimeMachine.Features.Playlists;

/// <summary>One of the covers that stand for a playlist.</summary>
/// <param name="Name">The album; of a track without one, the track.</param>
/// <param name="Artist">Whose.</param>
/// <param name="IsAlbum">Whether it is an album's.</param>
/// <param name="Image">The address of a real picture; null to draw one.</param>
public sealed record PlaylistCover(string Name, string Artist, bool IsAlbum, string? Image);
