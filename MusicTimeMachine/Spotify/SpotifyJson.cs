using System.Text.Json.Serialization;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Spotify;

/// <summary>How Spotify writes: snake case, and what it leaves out is null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SpotifyProfile))]
[JsonSerializable(typeof(SpotifyTrack))]
[JsonSerializable(typeof(SpotifySearch))]
[JsonSerializable(typeof(SpotifyPlaylist))]
[JsonSerializable(typeof(SpotifyPage<SpotifyPlay>))]
[JsonSerializable(typeof(SpotifyPage<SpotifyTrack>))]
[JsonSerializable(typeof(SpotifyPage<SpotifyArtist>))]
[JsonSerializable(typeof(SpotifyPage<SpotifySavedTrack>))]
[JsonSerializable(typeof(SpotifyPage<SpotifyPlaylist>))]
[JsonSerializable(typeof(SpotifyPage<SpotifyPlaylistItem>))]
[JsonSerializable(typeof(List<bool>))]
[JsonSerializable(typeof(SpotifyTokens))]
[JsonSerializable(typeof(NewPlaylist))]
[JsonSerializable(typeof(PlaylistUris))]
[JsonSerializable(typeof(PlaylistWritten))]
[JsonSerializable(typeof(ApiErrorAnswer))]
[JsonSerializable(typeof(OAuthErrorAnswer))]
internal sealed partial class SpotifyJson : JsonSerializerContext;
