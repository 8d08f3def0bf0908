namespace MusicTimeMachine.Features.Catalog.Tracks;

/// <summary>How a track sounds, or many on average; null for what is not known.</summary>
/// <param name="Energy">0–1.</param>
/// <param name="Valence">0–1, from sad to happy.</param>
/// <param name="Danceability">0–1.</param>
/// <param name="Acousticness">0–1.</param>
/// <param name="Instrumentalness">0–1.</param>
/// <param name="Speechiness">0–1.</param>
/// <param name="Liveness">0–1.</param>
/// <param name="Tempo">Beats per minute.</param>
public sealed record AudioFeatures(
    float? Energy, float? Valence, float? Danceability, float? Acousticness, float? Instrumentalness, float? Speechiness, float? Liveness, float? Tempo);
