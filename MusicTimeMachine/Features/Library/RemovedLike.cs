namespace MusicTimeMachine.Features.Library;

/// <summary>A like that was taken away, with everything that is needed to have it back.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="LikedAt">Since when it was liked, UTC.</param>
/// <param name="Notes">Its note.</param>
/// <param name="FromSpotify">Whether it had come from Spotify.</param>
/// <param name="OnSpotifySince">Since when it is among Spotify's liked songs.</param>
/// <param name="LeftSpotifyAt">When it was found to be gone from there.</param>
public sealed record RemovedLike(
    long TrackId, DateTimeOffset LikedAt, string? Notes, bool FromSpotify, DateTimeOffset? OnSpotifySince, DateTimeOffset? LeftSpotifyAt);
