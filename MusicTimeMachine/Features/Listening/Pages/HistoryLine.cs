namespace MusicTimeMachine.Features.Listening.Pages;

/// <summary>A place in the list: a play, a day's heading, or a gap.</summary>
/// <param name="Place">The place, from 0.</param>
/// <param name="Day">The day.</param>
/// <param name="Plays">How many plays the day has.</param>
/// <param name="Play">The play; null for what is none.</param>
/// <param name="Gap">The gap; null for what is none.</param>
public sealed record HistoryLine(int Place, DateOnly Day, int Plays, PlayRow? Play, HistoryGap? Gap = null);
