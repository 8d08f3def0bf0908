namespace MusicTimeMachine.Features.Playlists;

/// <summary>Where a track stands in a list.</summary>
/// <param name="TrackId">The catalogue's number.</param>
/// <param name="Position">Its place, from 0.</param>
public sealed record PlaylistPlace(long TrackId, int Position);
