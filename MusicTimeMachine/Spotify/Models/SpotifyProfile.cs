namespace MusicTimeMachine.Spotify.Models;

/// <summary>Who somebody is. No address, country or product any more.</summary>
/// <param name="AccountId">Never changes; missing in answers from before May 2026.</param>
/// <param name="Id">What owners of playlists are called by.</param>
/// <param name="DisplayName">The name that is shown; null when there is none.</param>
public sealed record SpotifyProfile(string? AccountId, string Id, string? DisplayName);
