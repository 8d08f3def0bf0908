namespace MusicTimeMachine.Features.Demo;

/// <summary>The audio features of a track, in the ranges of Spotify's.</summary>
/// <param name="Danceability">0 to 1.</param>
/// <param name="Energy">0 to 1.</param>
/// <param name="Valence">Musical positiveness, 0 to 1.</param>
/// <param name="Acousticness">0 to 1.</param>
/// <param name="Instrumentalness">0 to 1; above 0.5 there is hardly a voice.</param>
/// <param name="Speechiness">0 to 1.</param>
/// <param name="Liveness">0 to 1; above 0.8 an audience is heard.</param>
/// <param name="Tempo">Beats per minute, 50 to 210.</param>
/// <param name="Loudness">Decibels below full scale, −30 to 0.</param>
/// <param name="Key">Pitch class, 0 = C to 11 = B; −1 when not told.</param>
/// <param name="Mode">1 major, 0 minor.</param>
public sealed record DemoAudioFeatures(
    double Danceability,
    double Energy,
    double Valence,
    double Acousticness,
    double Instrumentalness,
    double Speechiness,
    double Liveness,
    double Tempo,
    double Loudness,
    int Key,
    int Mode);
