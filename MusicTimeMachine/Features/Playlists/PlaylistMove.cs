namespace MusicTimeMachine.Features.Playlists;

/// <summary>A track that stands elsewhere in a new list.</summary>
/// <param name="TrackId">The catalogue's number.</param>
/// <param name="From">Its place in the old list, from 0.</param>
/// <param name="To">Its place in the new list, from 0.</param>
public sealed record PlaylistMove(long TrackId, int From, int To);
