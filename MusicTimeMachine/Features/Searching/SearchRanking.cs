namespace MusicTimeMachine.Features.Searching;

/// <summary>The part of a ranked list that was asked for.</summary>
/// <param name="Tracks">Ids of the tracks, the best first.</param>
/// <param name="Scores">How well each of them matches.</param>
/// <param name="Total">How many the whole list has.</param>
/// <param name="Typed">How many of the whole list have the words as typed.</param>
internal sealed record SearchRanking(long[] Tracks, double[] Scores, int Total, int Typed);
