namespace MusicTimeMachine.Spotify.Models;

/// <summary>A play.</summary>
/// <param name="Track">What was played.</param>
/// <param name="PlayedAt">When, mostly near the end of the play.</param>
/// <param name="Context">From where, if told.</param>
public sealed record SpotifyPlay(SpotifyTrack? Track, DateTimeOffset PlayedAt, SpotifyContext? Context);

/// <summary>From where something was played.</summary>
/// <param name="Type">"playlist", "album", "artist" or another.</param>
/// <param name="Uri">Such as "spotify:playlist:…".</param>
public sealed record SpotifyContext(string? Type, string? Uri);

/// <summary>A liked song.</summary>
/// <param name="AddedAt">When it was liked.</param>
/// <param name="Track">The song; null when it is gone.</param>
public sealed record SpotifySavedTrack(DateTimeOffset AddedAt, SpotifyTrack? Track);
