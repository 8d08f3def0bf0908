using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Features.Moods;

/// <summary>What was heard of one mood.</summary>
/// <param name="Mood">The quadrant.</param>
/// <param name="Tracks">Different songs.</param>
/// <param name="Plays">Their counted plays.</param>
/// <param name="AverageDanceability">0–1, each song counting once; null without songs.</param>
/// <param name="AverageAcousticness">0–1, of the songs of which it is known; null when of none.</param>
public sealed record MoodQuadrant(Mood Mood, int Tracks, int Plays, double? AverageDanceability, double? AverageAcousticness);
