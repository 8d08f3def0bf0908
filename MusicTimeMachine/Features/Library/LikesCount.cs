namespace MusicTimeMachine.Features.Library;

/// <summary>How much a person likes.</summary>
/// <param name="Likes">All likes.</param>
/// <param name="Notes">Those with a note.</param>
/// <param name="Left">Those that are gone from Spotify and kept here.</param>
public sealed record LikesCount(int Likes, int Notes, int Left);
