namespace MusicTimeMachine.Features.Listening.Pages;

/// <summary>A place in the list: a play, or a day's heading.</summary>
/// <param name="Place">The place, from 0.</param>
/// <param name="Day">The day.</param>
/// <param name="Plays">How many plays the day has.</param>
/// <param name="Play">The play; null for the heading.</param>
public sealed record HistoryLine(int Place, DateOnly Day, int Plays, PlayRow? Play);
