namespace MusicTimeMachine.Features.Playlists.Files;

/// <summary>A version of a playlist as it is written to a file.</summary>
/// <param name="Name">The playlist's name.</param>
/// <param name="Description">What is said of it.</param>
/// <param name="Version">The version's number.</param>
/// <param name="CreatedAt">Since when the version holds, UTC.</param>
/// <param name="Tracks">Its tracks, in order.</param>
public sealed record PlaylistFile(string Name, string? Description, int Version, DateTimeOffset CreatedAt, IReadOnlyList<PlaylistFileTrack> Tracks);
